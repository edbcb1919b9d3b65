import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { differencesOf } from "./second-reader";

const folder = join(__dirname, "../../fixtures/second-reader");

describe("two readers that share nothing read alike what LibreOffice saved, cell for cell", () => {
  it.each(readdirSync(folder))("%s", async (name) => {
    expect(await differencesOf(readFileSync(join(folder, name)), name)).toEqual([]);
  });
});
