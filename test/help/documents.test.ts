import { readFileSync } from "node:fs";
import { inNouns } from "../../src/messages";
import { campaignDocuments, documents } from "../../src/documents/registry";

test("the guide tells every document, in the order of the tabs", () => {
  const [, table] = /## Les documents\n.+?\n\|---.+?\n(.+?)\n\n/s.exec(readFileSync("docs/guide.md", "utf8"))!;
  const told = table!.split("\n").flatMap((row) =>
    row
      .split("|")[1]!
      .trim()
      .split(/, | et (?:son )?/),
  );
  const isOfCommune = (id: string) => id === "fiche" || id === "rectificatif-commune";
  const names = Object.entries(documents).map(([id, { name }]) =>
    isOfCommune(id) ? `${name} X` : inNouns(name, null, "fr"),
  );
  expect(told).toEqual(names);
});

test.each(["aide", "help-en"])("%s describes every document of any campaign", (page) => {
  const [, list] = /<h2 id="documents">.+?<dl>(.+?)<\/dl>/s.exec(readFileSync(`src/help/${page}.html`, "utf8"))!;
  const told = [...list!.matchAll(/<dt[^>]*>(.+?)<\/dt>/g)].map(([, name]) => name!);
  // Printing all fiches at once is an option, which the guide tells.
  const names = campaignDocuments.flatMap((id) =>
    id === "fiches-impression" ? [] : [inNouns(documents[id].name, null, "fr")],
  );
  expect([...told].sort()).toEqual([...names].sort());
});
