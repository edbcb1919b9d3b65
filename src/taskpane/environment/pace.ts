import type { Scheduler } from "../session/drive";

const waiting: (() => void)[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => waiting.shift()?.();

/** A message takes its turn behind paints and clicks, without the delay of timers, which a hidden pane would stretch. */
export const browserPace: Scheduler = {
  clock: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    }),
};
