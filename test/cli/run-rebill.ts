import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rebill } from "../../src/cli/rebill";

/** What a run of the command gave: its exit code, and the lines of each output. */
export interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** The command as a user types it, at a minute that the test knows. */
export async function run(...argv: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await rebill(argv, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    progress: () => undefined,
    now: () => "2014-11-25 14:03:00",
  });
  return { code, out, err };
}

/** A folder for each test, removed after it. */
export class Folder {
  private path = "";

  constructor() {
    beforeEach(async () => {
      this.path = await mkdtemp(join(tmpdir(), "rebill-"));
    });
    afterEach(() => rm(this.path, { recursive: true, force: true }));
  }

  file(...names: string[]): string {
    return join(this.path, ...names);
  }

  files(): Promise<string[]> {
    return readdir(this.path).then((names) => names.sort());
  }
}

/** A refusal is one line in plain sight, and nothing else. */
export function expectRefusal({ code, out, err }: Run, saying: RegExp): void {
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toMatch(saying);
  expect(err[0]).not.toMatch(/[\n\r{}]/);
}
