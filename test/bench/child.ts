import type { ChildFigures, StageFigures, Task } from "./figures";

const megabyte = 1024 * 1024;

/** Times the stages of one run, in the order in which they are done. */
class Stages {
  readonly figures: Record<string, StageFigures> = {};

  async time<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    const milliseconds = performance.now() - start;
    this.figures[name] = { milliseconds, residentMB: process.memoryUsage.rss() / megabyte };
    return result;
  }
}

/** Does a task's work as many times as it says, each run starting from a collected heap, and sends the figures to the parent. */
export function answer(work: (task: Task, stages: Stages) => Promise<void>): void {
  process.once("message", (task: Task) => {
    void repeat(task, work).then((figures) => process.send!(figures, () => process.exit(0)));
  });
}

async function repeat(task: Task, work: (task: Task, stages: Stages) => Promise<void>): Promise<ChildFigures> {
  const runs: Record<string, StageFigures>[] = [];
  for (let run = 0; run < task.warmUps + task.runs; run++) {
    globalThis.gc?.();
    const stages = new Stages();
    await work(task, stages);
    if (run >= task.warmUps) runs.push(stages.figures);
  }
  return { runs, peakMB: process.resourceUsage().maxRSS / 1024 };
}
