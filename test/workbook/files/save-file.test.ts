import { spawnSync } from "node:child_process";
import { chmod, lstat, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { saveFilesSafely } from "../../../src/workbook";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ordiclasse-"));
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = Uint8Array.from([1, 2, 3]);

function saveFileSafely(path: string, content: Uint8Array, options: { readonly overwrite: boolean }) {
  return saveFilesSafely([{ path, bytes: content }], options);
}

describe("a file is written whole or not at all", () => {
  test("a new file is there, and nothing else", async () => {
    expect(await saveFileSafely(join(folder, "sortie.xlsx"), bytes, { overwrite: false })).toEqual({ ok: true });
    expect([...(await readFile(join(folder, "sortie.xlsx")))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(["sortie.xlsx"]);
  });

  test("one that exists is left alone, unless asked", async () => {
    const path = join(folder, "sortie.xlsx");
    await writeFile(path, "avant");
    const refused = await saveFileSafely(path, bytes, { overwrite: false });
    expect(refused.ok ? "written" : [refused.anomaly.code, refused.anomaly.file]).toEqual([
      "file-exists",
      "sortie.xlsx",
    ]);
    expect(await readFile(path, "utf8")).toBe("avant");
    expect(await saveFileSafely(path, bytes, { overwrite: true })).toEqual({ ok: true });
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(["sortie.xlsx"]);
  });

  test("a folder that does not exist, or a folder in the file's place, is a value and leaves nothing behind", async () => {
    const missing = await saveFileSafely(join(folder, "absent", "sortie.xlsx"), bytes, { overwrite: true });
    expect(missing.ok ? "written" : missing.anomaly.code).toBe("file-not-written");
    await mkdir(join(folder, "dossier"));
    const taken = await saveFileSafely(join(folder, "dossier"), bytes, { overwrite: true });
    expect(taken.ok ? "written" : taken.anomaly.code).toBe("file-not-written");
    expect(await readdir(folder)).toEqual(["dossier"]);
  });
});

// Windows has no such rights, and keeps links to files for administrators.
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("a file that is replaced keeps what it was but its bytes", () => {
  const path = () => join(folder, "sortie.xlsx");

  test.each([0o600, 0o640, 0o664, 0o755])("its rights, %o", async (mode) => {
    await writeFile(path(), "avant");
    await chmod(path(), mode);
    expect(await saveFileSafely(path(), bytes, { overwrite: true })).toEqual({ ok: true });
    expect((await stat(path())).mode & 0o7777).toBe(mode);
  });

  test("read-only, it stays as it is, and so do the others", async () => {
    await writeFile(path(), "avant");
    await chmod(path(), 0o444);
    const first = { path: join(folder, "avant.json"), bytes };
    const refused = await saveFilesSafely([first, { path: path(), bytes }], { overwrite: true });
    expect(refused.ok ? "written" : [refused.anomaly.code, refused.anomaly.file]).toEqual([
      "file-read-only",
      "sortie.xlsx",
    ]);
    expect(await readFile(path(), "utf8")).toBe("avant");
    expect(await readdir(folder)).toEqual(["sortie.xlsx"]);
  });

  test("a link still leads to it, in its folder, however many links there are", async () => {
    await mkdir(join(folder, "partage"));
    const target = join(folder, "partage", "vrai.xlsx");
    await writeFile(target, "avant");
    await chmod(target, 0o600);
    await symlink(join("partage", "vrai.xlsx"), join(folder, "lien"));
    await symlink("lien", path());
    expect(await saveFileSafely(path(), bytes, { overwrite: true })).toEqual({ ok: true });
    expect([...(await readFile(target))]).toEqual([1, 2, 3]);
    expect((await stat(target)).mode & 0o7777).toBe(0o600);
    expect((await lstat(path())).isSymbolicLink()).toBe(true);
    expect(await readdir(join(folder, "partage"))).toEqual(["vrai.xlsx"]);
  });

  test("a link to no file yet makes it; one that leads round is told", async () => {
    await symlink("vrai.xlsx", path());
    expect(await saveFileSafely(path(), bytes, { overwrite: false })).toEqual({ ok: true });
    expect((await lstat(path())).isSymbolicLink()).toBe(true);
    expect([...(await readFile(join(folder, "vrai.xlsx")))]).toEqual([1, 2, 3]);
    await symlink("a", join(folder, "b"));
    await symlink("b", join(folder, "a"));
    const refused = await saveFileSafely(join(folder, "a"), bytes, { overwrite: true });
    expect(refused.ok ? "written" : refused.anomaly.code).toBe("file-not-written");
    expect((await readdir(folder)).sort()).toEqual(["a", "b", "sortie.xlsx", "vrai.xlsx"]);
  });
});

describe("several files are written all or none", () => {
  const both = (overwrite: boolean, ...names: string[]) =>
    saveFilesSafely(
      names.map((name) => ({ path: join(folder, name), bytes })),
      { overwrite },
    );

  test("several files are written all, and nothing else", async () => {
    await writeFile(join(folder, "a"), "avant");
    expect(await both(true, "a", "b")).toEqual({ ok: true });
    expect((await readdir(folder)).sort()).toEqual(["a", "b"]);
    expect([...(await readFile(join(folder, "a")))]).toEqual([1, 2, 3]);
  });

  test("the first comes back as it was where the second cannot be put in place", async () => {
    await writeFile(join(folder, "a"), "avant");
    await mkdir(join(folder, "dossier"));
    const refused = await both(true, "a", "dossier");
    expect(refused.ok ? "written" : [refused.anomaly.code, refused.anomaly.file]).toEqual([
      "file-not-written",
      "dossier",
    ]);
    expect(await readFile(join(folder, "a"), "utf8")).toBe("avant");
    expect((await readdir(folder)).sort()).toEqual(["a", "dossier"]);
  });

  test("a failed saving removes a file that did not exist before", async () => {
    await writeFile(join(folder, "b"), "avant");
    const refused = await both(false, "a", "b");
    expect(refused.ok ? "written" : refused.anomaly.code).toBe("file-exists");
    expect(await readdir(folder)).toEqual(["b"]);
    expect(await readFile(join(folder, "b"), "utf8")).toBe("avant");
  });
});

describe("the leftovers of a killed run beside a file are cleared by the next one", () => {
  const random = "6f9619ff-8b86-4011-b42d";
  const named = (file: string, pid: number) => `.${file}.${random}-${pid.toString(16).padStart(12, "0")}.tmp`;
  const gone = () => spawnSync(process.execPath, ["-e", ""]).pid;

  test("clearing leaves the files of a run still going, of another file, or of another name", async () => {
    const kept = [
      named("sortie.xlsx", process.pid),
      named("autre.xlsx", gone()),
      ".sortie.xlsx.notes.tmp",
      `sortie.xlsx.${random}-000000000001.tmp`,
    ];
    const left = [named("sortie.xlsx", gone()), ".sortie.xlsx.1b4e28ba-2fa1-41d2-883f-b9a761bde3fb.tmp"];
    for (const name of [...kept, ...left]) await writeFile(join(folder, name), "à moitié");
    expect(await saveFileSafely(join(folder, "sortie.xlsx"), bytes, { overwrite: true })).toEqual({ ok: true });
    expect((await readdir(folder)).sort()).toEqual([...kept, "sortie.xlsx"].sort());
  });

  test("clearing deletes the leftovers of a file that this run does not make, if another run may have", async () => {
    const names = ["fiche-a.pdf", "fiche-b.pdf", "notes.pdf"];
    for (const name of names) await writeFile(join(folder, named(name, gone())), "à moitié");
    const saving = { overwrite: true, mayHaveMade: (name: string) => name.startsWith("fiche-") };
    expect(await saveFilesSafely([{ path: `${folder}/./fiche-a.pdf`, bytes }], saving)).toEqual({ ok: true });
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([
      expect.stringMatching(/^\.notes\.pdf\./),
    ]);
  });
});
