// Says how far the run is, every fifteen seconds, and at its end which files took longest: each file of a group (groups.mjs)
// as long as its tests, and the group for what remains.
import { relative } from "node:path";
import { isGroup } from "./groups.mjs";

const every = 15_000;

export default class Slowest {
  files = [];
  done = 0;
  running = new Set();

  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunStart({ numTotalTestSuites: total }) {
    const started = Date.now();
    this.telling = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      const now = [...this.running].join(", ");
      process.stderr.write(`${this.done} of ${total} after ${seconds} s; now ${now}\n`);
    }, every).unref();
  }

  onTestStart({ path }) {
    this.running.add(relative(this.rootDir, path).replaceAll("\\", "/"));
  }

  onTestResult({ path }, { perfStats: { start, end }, testResults }) {
    const name = relative(this.rootDir, path).replaceAll("\\", "/");
    this.running.delete(name);
    this.done += 1;
    const inside = isGroup(name) ? secondsByFile(testResults) : new Map();
    const ofTests = [...inside.values()].reduce((sum, seconds) => sum + seconds, 0);
    for (const [name, seconds] of inside) this.files.push({ name, seconds });
    this.files.push({ name, seconds: (end - start) / 1000 - ofTests });
  }

  onRunComplete() {
    clearInterval(this.telling);
    if (this.files.length < 2) return;
    const slowest = [...this.files].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
    const lines = slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
    process.stderr.write(`\nThe slowest files:\n${lines.join("\n")}\n`);
  }
}

function secondsByFile(testResults) {
  const seconds = new Map();
  for (const {
    ancestorTitles: [file],
    duration,
  } of testResults)
    seconds.set(file, (seconds.get(file) ?? 0) + (duration ?? 0) / 1000);
  return seconds;
}
