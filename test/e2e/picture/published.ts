import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { pngSize } from "../../manifest/png-size";

/** What each screen said when its picture was taken, by the name of the picture. */
const shownAtThatTime = "docs/images/shown.json";

/** Whether pictures are to be taken again: `npm run pictures`. Each system draws its fonts its own way, so none is by itself. */
const isTaking = process.env["PICTURE"] === "1";

/** Holds a picture of the documentation to the screen that it shows, `out/screenshots/<name>.png`, and to its size; takes it again where asked. */
export function expectPublished(name: string, size: readonly number[], text: string): void {
  const [taken, published] = [`out/screenshots/${name}.png`, `docs/images/${name}.png`];
  expect(pngSize(readFileSync(taken))).toEqual(size);
  const shown = JSON.parse(readFileSync(shownAtThatTime, "utf8")) as Record<string, string>;
  if (isTaking) {
    copyFileSync(taken, published);
    writeFileSync(shownAtThatTime, `${JSON.stringify({ ...shown, [name]: text }, null, 2)}\n`);
    return;
  }
  // Another text: the picture shows what is no more, and `npm run pictures` takes it again.
  expect(text).toBe(shown[name]);
  expect(pngSize(readFileSync(published))).toEqual(size);
  expect(statSync(published).size).toBeLessThan(300_000);
}
