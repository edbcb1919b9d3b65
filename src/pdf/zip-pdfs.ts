import { zipSync } from "fflate";

/** Puts files in one .zip, dated by a civil date and time. They are kept as they are: a PDF is compressed already. */
export function zipPdfs(
  files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[],
  when: string,
): Uint8Array {
  const options = { level: 0, mtime: when.replace(" ", "T") } as const;
  return zipSync(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, [bytes, options]])));
}
