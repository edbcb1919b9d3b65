import type { Line } from "./types";

/** Units that a line stands for in a count: those of a shared school are on one of its shares only. */
export function countedUnits(line: Line): number {
  return line.share === null || line.share.counted ? line.quantity : 0;
}
