import { lstat, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { isFicheFileName, isMarkedFileName, isSentTitle } from "../documents";
import { commandMessage, type Speech } from "../messages";
import type { Arguments } from "./arguments";

type Asked = Pick<Arguments, "pdf" | "overwrite" | "campaign">;

/**
 * Reports, once the PDFs of a run are written, the other PDFs of the campaign that its folder contains: fiches of
 * communes that it does not bill, and documents that were not to be issued. If they were sent with the others, they
 * would be claimed. With `--overwrite`, deletes those that a run drew and that nobody signed, changed or protected
 * since. A run that is not to be issued, or a correction, makes no fiche out of date.
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
