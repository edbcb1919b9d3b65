// Takes every picture of the README and of the guide again: the screens from the built add-in, the documents from what LibreOffice
// prints (LibreOffice Calc and poppler). The tests that hold a picture to its screen fail until this is run.
import { spawnSync } from "node:child_process";

function run(args, environment = {}) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  if (status !== 0) process.exit(status ?? 1);
}

run(["test/run-tests.mjs", "test/e2e/picture", "-w", "1"], { PICTURE: "1" });
run(["node_modules/webpack-cli/bin/cli.js"]);
run(["--import", "tsx", "test/libreoffice/pictures.ts"]);
