/** Name of the workbook's file, without its folder, as the core knows it; null where it was never saved. */
export function fileNameOf(url: string | null | undefined): string | null {
  if (url === null || url === undefined) return null;
  const isAddress = /^https?:/i.test(url);
  const path = isAddress ? url.replace(/[?#].*$/, "") : url;
  const name = path.split(/[/\\]/).pop()!;
  if (name === "") return null;
  return isAddress ? decoded(name) : name;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
