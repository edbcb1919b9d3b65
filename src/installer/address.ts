/**
 * Returns the address of the https folder in a text, with its last slash; null when the text contains none. The address
 * of a page in the folder, copied from a browser, is accepted for the folder; « https:// » may be left out.
 */
export function folderAddress(text: string): string | null {
  const typed = text.trim();
  // A shared folder's: a browser would take it for a site.
  if (typed.includes("\\")) return null;
  const url = parsed(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.protocol !== "https:" || url.search || url.hash || url.username) return null;
  const path = url.pathname.replace(/[^/]+\.(?:html|xml)$/, "");
  return `${url.origin}${path.endsWith("/") ? path : `${path}/`}`;
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
