import type { Scheduler } from "../operations/environment";

/** The date and time of the place, `2014-11-25 14:03:59`: the only clock of the add-in, for the Journal. */
export function civilNow(now: Date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = [String(now.getFullYear()).padStart(4, "0"), two(now.getMonth() + 1), two(now.getDate())].join("-");
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":")}`;
}

/** A message takes its turn behind paints and clicks, without the delay of timers, which a hidden pane would stretch. */
export function createScheduler(): Scheduler {
  const waiting: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => waiting.shift()?.();
  return {
    clock: () => performance.now(),
    pause: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        channel.port2.postMessage(null);
      }),
  };
}
