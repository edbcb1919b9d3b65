/** Whether what is typed is found in a commune's name, whatever its case and accents, or begins its INSEE code. */
export function communeMatches(search: string, name: string, insee: string): boolean {
  const wanted = plain(search);
  return wanted === "" || plain(name).includes(wanted) || insee.startsWith(wanted);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
