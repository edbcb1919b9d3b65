// Says how far the run is, and at its end which files took longest.
import { relative } from "node:path";

const every = 15_000;

export default class Slowest {
  files = [];
  started = Date.now();
  told = Date.now();

  constructor({ rootDir }) {
    this.rootDir = rootDir;
  }

  onTestResult({ path }, { perfStats }, { numTotalTestSuites, numFailedTestSuites }) {
    this.files.push({ name: relative(this.rootDir, path), seconds: (perfStats.end - perfStats.start) / 1000 });
    if (Date.now() - this.told < every) return;
    this.told = Date.now();
    const failed = numFailedTestSuites > 0 ? `, ${numFailedTestSuites} failed` : "";
    const seconds = Math.round((Date.now() - this.started) / 1000);
    process.stderr.write(`... ${this.files.length} of ${numTotalTestSuites} files${failed}, ${seconds} s\n`);
  }

  onRunComplete() {
    if (this.files.length < 2) return;
    const slowest = [...this.files].sort((a, b) => b.seconds - a.seconds).slice(0, 10);
    const lines = slowest.map(({ name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${name}`);
    process.stderr.write(`\nThe slowest files:\n${lines.join("\n")}\n`);
  }
}
