import { lstat, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { isFicheFileName, isMarkedFileName, isSentTitle } from "../documents";
import { commandMessage, type Speech } from "../messages";
import type { Arguments } from "./arguments";

type Asked = Pick<Arguments, "pdf" | "overwrite" | "campaign">;

/**
 * Tells, once the PDFs of a run are written in their folder, which PDFs of the campaign stand there too that it did not make:
 * fiches of communes that it bills nothing to, and whatever was not to be issued; sent with the others, they would be claimed.
 * With `--overwrite`, those that a run drew and that nobody signed, changed or protected since are taken away. A run that is not
 * to be issued outdates nothing that may have been, nor does a correction, whose papers go with it.
 */
export async function settleFolder(
  { pdf, overwrite, campaign }: Asked,
  pdfs: readonly string[],
  speech: Speech,
): Promise<string[]> {
  if (pdf === null || pdfs.length === 0) return [];
  const written = new Set(pdfs.map((path) => basename(path)));
  const isWhole = [...written].some((name) => isFicheFileName(name, campaign));
  const named = (await readdir(pdf).catch(() => [])).filter(
    (name) => !written.has(name) && (isMarkedFileName(name, campaign) || (isWhole && isFicheFileName(name, campaign))),
  );
  const found: Record<"gone" | "own" | "other", string[]> = { gone: [], own: [], other: [] };
  for (const name of named.sort()) {
    const path = join(pdf, name);
    const isOwn = await isAsDrawn(path, campaign);
    if (isOwn && !overwrite) found.own.push(name);
    else found[isOwn && (await rm(path).then(yes, no)) ? "gone" : "other"].push(name);
  }
  const codes = { gone: "cli-pdf-gone", own: "cli-pdf-old", other: "cli-pdf-other" } as const;
  return (["gone", "own", "other"] as const).flatMap((what) => {
    const names = found[what];
    if (names.length === 0) return [];
    return [commandMessage(codes[what], { path: pdf, count: names.length, names: names.join(", ") }, speech)];
  });
}

async function isAsDrawn(path: string, campaign: Asked["campaign"]): Promise<boolean> {
  const { ownPdfTitle } = await import("../pdf");
  const there = await lstat(path).catch(() => null);
  if (there?.isFile() !== true || (there.mode & 0o222) === 0) return false;
  const bytes = await readFile(path).catch(() => null);
  const title = bytes === null ? null : ownPdfTitle(bytes, campaign.convention.service);
  return title !== null && isSentTitle(title, campaign);
}

const yes = (): boolean => true;
const no = (): boolean => false;
