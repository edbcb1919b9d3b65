import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** One thing changed in a file: what stands from one character of a part to another becomes something else. */
interface Alteration {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Where it has to be told: « Titre CAGB!D40 », a sheet alone for a hidden name, nothing for a name of the workbook. */
  readonly place: string;
  readonly what: string;
}

/** A package whose parts can be changed one thing at a time. */
export class Altered {
  private readonly parts: Readonly<Record<string, Uint8Array>>;
  private readonly texts = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  text(path: string): string {
    const text = this.texts.get(path) ?? strFromU8(this.parts[path]!);
    this.texts.set(path, text);
    return text;
  }

  /** Returns the file with these things changed. */
  with(alterations: readonly Alteration[]): Uint8Array {
    const changed = new Map<string, string>();
    for (const { path, from, to, text } of [...alterations].sort((a, b) => b.from - a.from)) {
      const before = changed.get(path) ?? this.text(path);
      changed.set(path, before.slice(0, from) + text + before.slice(to));
    }
    const parts = Object.fromEntries([...changed].map(([path, text]) => [path, strToU8(text)]));
    return zipSync({ ...this.parts, ...parts }, { level: 1 });
  }

  /** Returns every number, formula, text, link and name of the generated sheets, each changed. */
  all(): Alteration[] {
    const workbook = this.text("xl/workbook.xml");
    const sheets = [...workbook.matchAll(/<sheet name="([^"]*)"[^>]*r:id="([^"]*)"/g)];
    const links = this.text("xl/_rels/workbook.xml.rels");
    const keyed = new Set([...workbook.matchAll(/"ORDICLASSE_CLE" localSheetId="(\d+)"/g)].map(([, place]) => place));
    const cells = sheets.flatMap(([, name, id], place) => {
      if (!keyed.has(String(place))) return [];
      const target = links.split("<Relationship ").find((link) => link.includes(`Id="${id}"`))!;
      return this.ofSheet(`xl/${/Target="\/?(?:xl\/)?([^"]*)"/.exec(target)![1]}`, unescaped(name!));
    });
    return [...cells, ...this.ofNames(sheets.map(([, name]) => unescaped(name!)))];
  }

  private ofSheet(path: string, sheet: string): Alteration[] {
    const part = this.text(path);
    const cells = [...part.matchAll(/<c r="([A-Z]+\d+)"[^>]*[^/]>(.*?)<\/c>/g)].flatMap((cell) => {
      const [whole, name, held = ""] = cell;
      const start = cell.index + whole.length - "</c>".length - held.length;
      return [...held.matchAll(/<([fvt])(?: [^>]*)?>([^<]+)</g)].map((found): Alteration => {
        const [opened, kind = "", value = ""] = found;
        const from = start + found.index + opened.length - 1 - value.length;
        const text = alteredContent(kind, value, held.includes("<f>"));
        return { path, from, to: from + value.length, text, place: `${sheet}!${name}`, what: kind };
      });
    });
    const links = [...part.matchAll(/<hyperlink ref="([A-Z]+\d+)" location="[^"]*"/g)].map((found): Alteration => {
      const from = found.index + found[0].length - 1;
      return { path, from, to: from, text: "9", place: `${sheet}!${found[1]}`, what: "link" };
    });
    return [...cells, ...links];
  }

  private ofNames(sheets: readonly string[]): Alteration[] {
    const path = "xl/workbook.xml";
    const names = /<definedName name="(ORDICLASSE_\w+)"(?: localSheetId="(\d+)")?[^>]*>([^<]*)</g;
    return [...this.text(path).matchAll(names)].flatMap((found): Alteration[] => {
      const [whole, name = "", sheet, content = ""] = found;
      const end = found.index + whole.length - 1;
      const place = sheet === undefined ? "" : sheets[Number(sheet)]!;
      const isText = content.startsWith('"');
      const at = end - Math.ceil(content.length / 2);
      const character = this.text(path)[at]!;
      const inside = isText
        ? { from: at, to: at + 1, text: character === "7" ? "8" : "7" }
        : { from: end, to: end, text: "7" };
      const nameEnd = found.index + whole.indexOf(name) + name.length;
      const renamed = { path, from: nameEnd, to: nameEnd, text: "X", place, what: `${name} renamed` };
      return [{ path, ...inside, place, what: name }, renamed];
    });
  }
}

function alteredContent(kind: string, value: string, isFormula: boolean): string {
  if (kind === "f") return `${value}+1`;
  const isNumber = kind === "v" && /^[-\d.Ee+]+$/.test(value);
  // A cent more than a result; one more than a number.
  return isNumber ? String(Number(value) + (isFormula ? 0.01 : 1)) : `${value}x`;
}

function unescaped(text: string): string {
  return text.replaceAll("&apos;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}
