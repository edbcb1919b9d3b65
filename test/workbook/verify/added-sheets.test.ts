import { testInDepth } from "../../depth";
import { strToU8, unzipSync, zipSync } from "fflate";
import { generate, rewritten, smallInventory, verdictOf, verify } from "./received";

/** The file with one sheet more, the last. */
function withSheet(bytes: Uint8Array, name: string, cell: string, isHidden: boolean): Uint8Array {
  const path = "xl/worksheets/sheet99.xml";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  const link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  const state = isHidden ? ' state="hidden"' : "";
  const sheet = `<worksheet xmlns="${main}"><sheetData><row r="1">${cell}</row></sheetData></worksheet>`;
  const listed = rewritten(bytes, /^xl\/workbook\.xml$|workbook\.xml\.rels$|Content_Types/, (text) =>
    text
      .replace("</sheets>", `<sheet name="${name}" sheetId="99" r:id="rId99"${state}/></sheets>`)
      .replace("</Relationships>", `<Relationship Id="rId99" Type="${link}" Target="/${path}"/></Relationships>`)
      .replace("</Types>", `<Override PartName="/${path}" ContentType="${type}"/></Types>`),
  );
  return zipSync({ ...unzipSync(listed), [path]: strToU8(sheet) }, { level: 1 });
}

function withoutRecord(bytes: Uint8Array): Uint8Array {
  return rewritten(bytes, /^xl\/workbook\.xml$/, (text) =>
    text.replace(/<definedName name="ORDICLASSE_GENERATION_[^>]*>[^<]*<\/definedName>/g, ""),
  );
}

describe("a sheet that was added since changes no document, and is told beside the verdict", () => {
  const unknown = (sheet: string) =>
    `La feuille « ${sheet} » n’était pas là à la génération : rien de ce qu’elle dit n’est vérifié.`;

  test.each([
    ["of one number", "Note", '<c r="A1"><v>12</v></c>'],
    ["of a formula that reads a document", "Mon suivi", "<c r=\"A1\"><f>'Titre CAGB'!F38</f><v>12</v></c>"],
    ["of options", "Options Ordiclasse", '<c r="A1" t="inlineStr"><is><t>Option</t></is></c>'],
    ["hidden", "Note", '<c r="A1"><v>12</v></c>'],
  ])("%s", async (what, name, cell) => {
    const inventory = await smallInventory(10, null);
    const sent = await generate(inventory, "parc.xlsx");
    const [verdict, ...notes] = await verdictOf(withSheet(sent, name, cell, what === "hidden"));
    expect([verdict!.slice(0, 8), notes]).toEqual(["Conforme", [unknown(name)]]);
  });

  testInDepth("unless the record comes from before their names were kept", async () => {
    const sent = await generate(await smallInventory(), "parc.xlsx");
    const bare = withoutRecord(sent);
    expect((await verify(bare)).findings.map(({ sheet }) => sheet)).not.toContain("Contrôles");
    const { findings } = await verify(withSheet(bare, "Note", '<c r="A1"><v>12</v></c>', false));
    expect(findings.map(({ sheet }) => sheet)).toContain("Contrôles");
  });
});
