// Says how far the run is, every fifteen seconds, and at its end which files took longest.
import { relative } from "node:path";

const every = 15_000;

export default class Slowest {
  files = [];
  running = new Set();

  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onRunStart({ numTotalTestSuites: total }) {
    const started = Date.now();
    this.telling = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      const now = [...this.running].join(", ");
      process.stderr.write(`${this.files.length} of ${total} files after ${seconds} s; now ${now}\n`);
    }, every).unref();
  }

  onTestStart({ path }) {
    this.running.add(relative(this.rootDir, path));
  }

  onTestResult({ path }, { perfStats: { start, end } }) {
    const name = relative(this.rootDir, path);
    this.running.delete(name);
    this.files.push({ name, seconds: (end - start) / 1000 });
  }

  onRunComplete() {
    clearInterval(this.telling);
    if (this.files.length < 2) return;
    const slowest = [...this.files].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
    const lines = slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
    process.stderr.write(`\nThe slowest files:\n${lines.join("\n")}\n`);
  }
}
