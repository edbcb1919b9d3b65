import { writeFile } from "node:fs/promises";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { parseJsonText } from "../../src/messages";
import { parseOptions } from "../../src/options";
import { Folder, run } from "./run-rebill";
import { headers } from "./small-workbook";

const folder = new Folder();

const school = (commune: string, nature = "Maintenance", name = "École primaire") => [commune, name, 100, 10, nature];

async function put(rows: CellValue[][], options: CellValue[][] = []): Promise<void> {
  const parc = { name: "Parc", rows: [[...headers.slice(0, 4), "Nature"], ...rows] };
  const sheet = { name: "Options Ordiclasse", rows: [["Option", "Valeur"], ...options] };
  await writeFile(folder.file("parc.xlsx"), await writeXlsx({ sheets: options.length > 0 ? [parc, sheet] : [parc] }));
}

const bill = (...argv: string[]) => run(folder.file("parc.xlsx"), "--campaign", "2014", ...argv);

/** The file that a run shows, and its sentence; both are null where it shows none. */
async function shown(...argv: string[]) {
  const { out } = await bill(...argv);
  const start = out.indexOf("{");
  if (start < 0) return { text: null, intro: null };
  return { text: out.slice(start, out.indexOf("}") + 1).join("\n"), intro: out[start - 1]!.replace(/\s/g, " ") };
}

/** Read as a file of options is, which has no key twice. */
function parsed(text: string | null): unknown {
  const read = parseJsonText(text!);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe("the summary ends with one file of options", () => {
  test("the first choice of each point, each list once, as a file of options has them", async () => {
    await put([school("Atlantis", "Maintenance"), school("Thulé"), school("Pirey", "MES"), school("Beure", "Mtn")]);
    const { text, intro } = await shown();
    expect(parsed(text)).toEqual({
      words: [
        { word: "MES", kind: "nature", as: "…" },
        { word: "Mtn", kind: "nature", as: "…" },
      ],
      communes: [
        { sheet: "Parc", cell: "A2", was: "Atlantis", commune: "…" },
        { sheet: "Parc", cell: "A3", was: "Thulé", commune: "…" },
      ],
    });
    expect(intro).toMatch(/--options : le premier choix.*à relire\. Mettez l’une des valeurs proposées/);
  });

  test("filled and saved, it settles them; as it is, what is left to say is asked", async () => {
    await put([school("Atlantis"), school("Pirey", "MES")]);
    const { text } = await shown();
    await writeFile(folder.file("o.json"), text!);
    const asIs = await bill("--options", folder.file("o.json"));
    expect(asIs).toMatchObject({ code: 2, err: [expect.stringMatching(/words\[0\]\.as.*«\s…\s»/)] });
    await writeFile(
      folder.file("o.json"),
      text!.replace(/"as": "…"/, '"as": "maintenance"').replace(/"commune": "…"/, '"commune": "Beure"'),
    );
    expect((await bill("--options", folder.file("o.json"))).code).toBe(0);
  });

  test("it says all that the file given says, and takes that one’s place; a choice about one place is the new one", async () => {
    await put([school("Atlantis"), school("Pirey", "MES"), school("Beure")]);
    const before = {
      besancon: "left-out",
      words: [{ word: "Zzz", kind: "nature", as: "nothing" }],
      communes: [{ sheet: "Parc", cell: "A2", was: "Atlantide", commune: "Pirey" }],
      sharingKeys: [{ school: "École", commune: "Pirey", shares: [{ commune: "Pirey", weight: 1 }] }],
      particulars: { stateNumber: "2014-07" },
      signatory: null,
    };
    await writeFile(folder.file("o.json"), JSON.stringify(before));
    const { text, intro } = await shown("--options", folder.file("o.json"));
    expect(intro).toMatch(/avec tout ce que dit « \S+o\.json », que ce fichier remplace\./);
    expect(parsed(text)).toEqual({
      ...before,
      words: [...before.words, { word: "MES", kind: "nature", as: "…" }],
      communes: [{ sheet: "Parc", cell: "A2", was: "Atlantis", commune: "…" }],
    });
  });

  test("the sheet’s choices of the same kinds come too, since a file’s replace them; its other options stay there", async () => {
    await put(
      [school("Pirey", "MES"), school("Beure", "Zzz")],
      [
        ["Mot", "Zzz", "nature", "maintenance"],
        ["Besançon", "non facturée"],
      ],
    );
    const { text, intro } = await shown();
    expect(intro).toMatch(/les choix de même sorte de la feuille « Options Ordiclasse » y sont aussi/);
    expect(parsed(text)).toEqual({
      words: [
        { word: "Zzz", kind: "nature", as: "maintenance" },
        { word: "MES", kind: "nature", as: "…" },
      ],
    });
  });

  test("quotation marks in what was written there are kept", async () => {
    await put([school('Atlan"tis\\')]);
    const { text } = await shown();
    expect(parseOptions(parsed(text), "o.json")).toMatchObject({ value: { communes: [{ was: 'Atlan"tis\\' }] } });
  });

  test("there is none where nothing is to be said", async () => {
    await put([school("Pirey")]);
    expect(await shown()).toEqual({ text: null, intro: null });
  });
});
