import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Gives a task to a script of this folder, in a process of its own that inherits this one's flags; its figures come back. */
export function inOwnProcess<Figures>(script: string, task: object): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)));
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
