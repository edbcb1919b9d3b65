/** Milliseconds that passed, and that the processor worked for this process. */
export interface Clocks {
  readonly wall: number;
  readonly processor: number;
}

export function clocks(): Clocks {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now(), processor: (user + system) / 1000 };
}

export function plus(a: Clocks, b: Clocks): Clocks {
  return { wall: a.wall + b.wall, processor: a.processor + b.processor };
}

export function minus(a: Clocks, b: Clocks): Clocks {
  return { wall: a.wall - b.wall, processor: a.processor - b.processor };
}
