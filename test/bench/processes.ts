import { execFileSync, fork } from "node:child_process";
import { resolve as resolvePath } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Builds the scripts that measure files into a folder, as the command is built: run from its sources, each function would
 * also be given its name back, which nobody's command does.
 */
export function buildScripts(folder: string): void {
  const webpack = resolvePath("node_modules/webpack-cli/bin/cli.js");
  execFileSync(process.execPath, [webpack, "--env", `bench=${folder}`], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Gives a task to a script of this folder, in a process of its own that inherits this one's flags; its figures come back. */
export function inOwnProcess<Figures>(script: string, task: object): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(resolvePath(fileURLToPath(new URL(".", import.meta.url)), script));
    child.once("message", (figures) => resolve(figures as Figures));
    child.once("exit", (code) => reject(new Error(`${script} ended without figures (exit ${code}).`)));
    child.send(task);
  });
}

/** The other side: does the task that the parent sends, and ends the process. */
export function answerParent<Task>(work: (task: Task) => Promise<object>): void {
  process.once("message", (task: Task) => {
    work(task).then(
      (figures) => process.send!(figures, () => process.exit(0)),
      (error: { readonly stack?: string }) => {
        // Thrown again, an error of Office.js would show its minified source, half a megabyte long.
        console.error(error.stack ?? error);
        process.exit(1);
      },
    );
  });
}
