// Starts the built host with a new SQLite database in a temporary folder, and cleans up when it is told to end.
//   node start-host.mjs http://127.0.0.1:5099
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'artifacts/bin/DoubleReductionGov.Host/release/DoubleReductionGov.Host.dll');
if (!existsSync(program)) {
  console.error('The host is not built: dotnet build -c Release');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'double-reduction-gov-'));
mkdirSync(join(root, 'artifacts/test'), { recursive: true });
const log = createWriteStream(join(root, 'artifacts/test/host.log'));
const host = spawn('dotnet', [program, '--urls', process.argv[2]], {
  cwd: join(root, 'src/DoubleReductionGov.Host'),
  env: {
    ...process.env,
    ASPNETCORE_ENVIRONMENT: 'Development',
    ConnectionStrings__Default: `Data Source=${join(folder, 'browser.db')}`,
  },
  stdio: ['ignore', 'pipe', 'pipe'],
});
host.stdout.pipe(log);
host.stderr.pipe(log);

for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => host.kill('SIGTERM'));
host.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true });
  if (code) console.error(`The host ended with code ${code}, see artifacts/test/host.log`);
  process.exit(code ?? 0);
});
