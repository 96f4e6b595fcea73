import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The server for which the pages are developed. */
const server = process.env.PORTAL_API ?? 'http://127.0.0.1:5080';

/** Libraries that several pages share get a chunk with a readable name of their own. */
function vendorChunk(id: string): string | null {
  if (!id.includes('node_modules')) return null;
  if (/node_modules\/(echarts|zrender)\//.test(id)) return 'echarts';
  if (/node_modules\/(react|react-dom|react-router|scheduler|@tanstack|openapi-[a-z-]+)\//.test(id))
    return 'react';
  return null;
}

export default defineConfig({
  base: '/',
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: { '/api': server, '/hubs': { target: server, ws: true } },
  },
  build: {
    outDir: process.env.PORTAL_OUT ?? '../DoubleReductionGov.Host/wwwroot',
    emptyOutDir: true,
    target: 'chrome88',
    chunkSizeWarningLimit: 1300,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: (id: string) => vendorChunk(id) }] } },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // One jsdom for all files: five times faster, and no test leaves anything behind.
    pool: 'threads',
    isolate: false,
    testTimeout: 20_000,
    css: false,
  },
});
