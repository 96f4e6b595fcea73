#!/usr/bin/env node
// Does the platform keep working when ten times as many people come as it can serve? Prints a ratio; both halves are measured in one run.
//
//   node etc/overload.mjs [seconds] starts the built host (Release, else Debug) on a new SQLite demonstration city and stops it again
//
// First so many callers that the machine is just busy, then ten times as many. Whoever is sent away (503) comes back after a moment, as a browser's user does.
// Good-put is what was answered with 200 in a second. It must stay at 80 % or more, every refusal must say when to come back, and nothing else may happen.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const seconds = Number(process.argv[2] ?? 15);
const callers = 64; // ten times that is more than a machine with few processors lets wait
const root = resolve(import.meta.dirname, '..');
const program = ['release', 'debug'].map((kind) => join(root, `artifacts/bin/DoubleReductionGov.Host/${kind}/DoubleReductionGov.Host.dll`)).find(existsSync);
if (!program) {
  console.error('etc/overload.mjs: the host is not built: dotnet build -c Release');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'double-reduction-gov-overload-'));
const port = await freePort();
const host = spawn('dotnet', [program, '--urls', `http://127.0.0.1:${port}`], {
  cwd: join(root, 'src/DoubleReductionGov.Host'),
  env: {
    ...process.env,
    ASPNETCORE_ENVIRONMENT: 'Development',
    ConnectionStrings__Default: `Data Source=${join(folder, 'overload.db')}`,
    RateLimits__Enabled: 'false',
    Logging__LogLevel__Default: 'Warning',
  },
  stdio: 'ignore',
});
let code = 1;
try {
  await until(async () => (await call(new Agent(), '/health/ready')).status === 200);
  const cookie = await signIn();
  await load(callers, 3, cookie); // warm
  const calm = await load(callers, seconds, cookie);
  const storm = await load(callers * 10, seconds, cookie);
  const ratio = storm.good / calm.good;
  print(`${callers} callers`, calm);
  print(`${callers * 10} callers`, storm);
  console.log(`good-put under ten times the load: ${ratio.toFixed(2)} of the usual (aim 0.80)`);
  code = ratio >= 0.8 && storm.other === 0 && storm.mute === 0 ? 0 : 1;
} finally {
  host.kill('SIGTERM');
  await new Promise((done) => host.once('exit', done));
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

async function load(count, duration, cookie) {
  const agent = new Agent({ keepAlive: true, maxSockets: count });
  const result = { good: 0, away: 0, mute: 0, other: 0, times: [] };
  const end = performance.now() + duration * 1000;
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        const answer = await call(agent, '/api/programme/plan', { cookie }).catch(() => ({ status: 0 }));
        if (answer.status === 200) {
          result.good++;
          result.times.push(performance.now() - start);
        } else if (answer.status === 503) {
          result.away++;
          if (!answer.retryAfter) result.mute++;
          await new Promise((done) => setTimeout(done, 200 + Math.random() * 600));
        } else {
          result.other++;
        }
      }
    }),
  );
  agent.destroy();
  return { ...result, good: result.good / duration };
}

function print(title, { good, away, other, times }) {
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  console.log(`${title.padEnd(12)} ${Math.round(good)} answers/s, median ${at(0.5)} ms, p99 ${at(0.99)} ms, ${away} sent away, ${other} otherwise`);
}

async function signIn() {
  const body = JSON.stringify({ tenantId: null, userName: 'city.lead', password: 'Quzhou@2021' });
  const answer = await call(new Agent(), '/api/account/login', { 'content-type': 'application/json' }, body);
  if (answer.status !== 200) throw new Error(`sign-in was answered with ${answer.status}`);
  return answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

function call(agent, path, headers = {}, body) {
  return new Promise((done, fail) => {
    const outgoing = request({ agent, host: '127.0.0.1', port, path, headers, method: body ? 'POST' : 'GET' }, (response) => {
      response.resume();
      response.on('end', () => done({ status: response.statusCode, retryAfter: response.headers['retry-after'], cookies: response.headers['set-cookie'] ?? [] }));
      response.on('error', fail);
    });
    outgoing.on('error', fail);
    outgoing.end(body);
  });
}

async function until(isTrue) {
  for (let i = 0; i < 600; i++) {
    if (await isTrue().catch(() => false)) return;
    if (host.exitCode !== null) throw new Error(`the host ended with code ${host.exitCode}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error('the host did not become ready');
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => done(free));
    });
  });
}
