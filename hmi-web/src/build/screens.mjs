// Builds the web screens into the application's classes. Does nothing when they are newer than
// every source, so that a second build of the Java side costs no time.
// usage: node screens.mjs FRONTEND_FOLDER TARGET_FOLDER [SKIP_TESTS]
// With SKIP_TESTS=true the screens are built without lint and tests, as Java is without its own.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [frontend, target, skipTests] = process.argv.slice(2);
const notSources = new Set(['node_modules', 'dist', 'coverage']);

function newestIn(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (notSources.has(entry.name)) continue;
    const path = join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs);
  }
  return newest;
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function npm(...args) {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', args, { cwd: frontend, stdio: 'inherit', shell: windows });
}

const page = join(target, 'index.html');
if (changedAt(page) > newestIn(frontend)) {
  console.log('The screens are up to date.');
} else {
  const lock = join(frontend, 'package-lock.json');
  const installed = join(frontend, 'node_modules', '.package-lock.json');
  if (changedAt(installed) < changedAt(lock)) npm('ci', '--no-audit', '--no-fund');
  if (skipTests === 'true') {
    npm('run', '-s', 'types');
    npm('exec', '--', 'vite', 'build', '--logLevel', 'warn');
  } else {
    npm('run', 'build');
  }
  const built = join(frontend, 'dist');
  if (existsSync(built)) {
    rmSync(target, { recursive: true, force: true });
    cpSync(built, target, { recursive: true });
  }
  if (!existsSync(page)) {
    console.error(`npm run build left no ${page}`);
    process.exit(1);
  }
}
