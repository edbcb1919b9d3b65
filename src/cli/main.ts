import { civilTime } from "../cells";
import { commandMessage } from "../messages";
import { languageOf } from "./arguments";
import { exitCodes, rebill } from "./rebill";

const argv = process.argv.slice(2);
const { stdout, stderr } = process;

// A reader that has closed the pipe, as `| head` does, wants no more lines.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

rebill(argv, {
  out: (line) => stdout.write(`${line}\n`),
  err: (line) => stderr.write(`${line}\n`),
  progress: (text) => {
    if (stderr.isTTY) stderr.write(`${text}\n`);
  },
  now: () => civilTime(new Date()),
}).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A bug: no action of a user should come here.
    stderr.write(`${commandMessage("cli-unexpected", {}, languageOf(argv))}\n`);
    stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = exitCodes.unusable;
  },
);
