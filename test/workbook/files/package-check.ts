import { Package, relationshipsPath, unzip } from "../../../src/workbook/files/package";
import { parseXml, rootOf } from "../../../src/workbook/files/xml";

/** What is wrong with a written package, as Excel would see it: nothing, for a sound one. */
export function faultsOf(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = unzip(bytes);
  const pack = Package.open(bytes);
  const types = new TextDecoder().decode(parts.get("[Content_Types].xml"));
  for (const [path, content] of parts) {
    if (/\.(xml|rels|vml)$/.test(path))
      try {
        parseXml(content);
      } catch (error) {
        faults.push(`${path}: ${String(error)}`);
      }
    const extension = path.split(".").pop()!;
    if (path !== "[Content_Types].xml" && !types.includes(`"/${path}"`) && !types.includes(`Extension="${extension}"`))
      faults.push(`${path}: no content type`);
  }
  for (const [, name] of types.matchAll(/PartName="\/([^"]+)"/g))
    if (!parts.has(name!)) faults.push(`${name}: content type without a part`);
  for (const path of ["", ...parts.keys()]) {
    if (!parts.has(relationshipsPath(path))) continue;
    const ids = pack.relationships(path).map((link) => link.id);
    if (new Set(ids).size !== ids.length) faults.push(`${path}: a link's identity twice`);
    for (const link of pack.relationships(path))
      if (!link.external && !parts.has(link.target)) faults.push(`${path}: link to ${link.target}, which is not there`);
  }
  const names = definedNames(bytes).map((name) => `${name.name} ${name.sheet}`.toLowerCase());
  if (new Set(names).size !== names.length) faults.push("a name defined twice");
  return faults;
}

interface NameRead {
  readonly name: string;
  readonly sheet: string | null;
  readonly value: string;
  readonly hidden: boolean;
}

/** The names of a workbook, with the name of the sheet each belongs to. */
export function definedNames(bytes: Uint8Array): NameRead[] {
  const pack = Package.open(bytes);
  const root = rootOf(pack.xml(pack.workbookPath()!));
  const sheets = [...root.getElementsByTagName("sheet")].map((sheet) => sheet.getAttribute("name"));
  return [...root.getElementsByTagName("definedName")].map((name) => {
    const place = name.getAttribute("localSheetId");
    return {
      name: name.getAttribute("name")!,
      sheet: place === null ? null : (sheets[Number(place)] ?? "?"),
      value: name.textContent ?? "",
      hidden: name.getAttribute("hidden") === "1",
    };
  });
}

/** A part as text. */
export function partText(bytes: Uint8Array, path: string): string {
  return new TextDecoder().decode(unzip(bytes).get(path));
}
