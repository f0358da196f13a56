// Runs the checks of `npm run build` side by side; a check's output appears when it has failed.
import { spawn } from "node:child_process";

const checks = ["lint", "typecheck", "test"];

function run(check) {
  return new Promise((resolve) => {
    const windows = process.platform === "win32";
    const child = spawn(windows ? "npm.cmd" : "npm", ["run", "-s", check], { shell: windows });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.on("error", (error) => resolve({ check, said: String(error), failed: true }));
    child.on("close", (code) => resolve({ check, said, failed: code !== 0 }));
  });
}

const results = await Promise.all(checks.map(run));
for (const { check, said, failed } of results) {
  if (failed) process.stderr.write(`npm run ${check} failed:\n${said}\n`);
}
process.exit(results.some((result) => result.failed) ? 1 : 0);
