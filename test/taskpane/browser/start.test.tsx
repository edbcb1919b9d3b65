/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { render } from "preact";
import { act } from "preact/test-utils";
import { browserMessage } from "../../../src/messages";
import * as files from "../../../src/taskpane/browser/open-files";
import { Start, type BesideModule } from "../../../src/taskpane/browser/start";

const say = (code: Parameters<typeof browserMessage>[0], params = {}) => browserMessage(code, params, "fr");

/** What the browser gives of a file that is not there any more, or that another program holds. */
const lost = (name: string) => ({
  name,
  arrayBuffer: () => Promise.reject(new DOMException("The file could not be read.", "NotReadableError")),
});
const sound = { name: "parc.xlsx", arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) };

/** What opens files, as it is, but for the one that it need not read here; what shows them says so, and no more. */
const besides: BesideModule = {
  ...files,
  openFiles: ((...asked: Parameters<typeof files.openFiles>) =>
    asked[0][0] === sound
      ? Promise.resolve({ workbook: {}, others: [], refused: [], close: () => undefined })
      : files.openFiles(...asked)) as BesideModule["openFiles"],
  Beside: () => <p>Le classeur est ouvert.</p>,
};

/** Nothing is asked of a worker about a file that is not read. */
class NoWorker {
  postMessage(): void {
    throw new Error("Nothing was read.");
  }
  terminate(): void {}
}
Object.assign(globalThis, { Worker: NoWorker });

function start(bring: () => Promise<BesideModule>): void {
  document.body.innerHTML = '<div id="page"></div>';
  const example = { address: "", read: () => Promise.reject(new Error("404")) };
  act(() => {
    render(
      <Start language="fr" startsWithExample={false} example={example as never} bring={bring} />,
      document.querySelector("#page")!,
    );
  });
}

async function chooses(file: { readonly name: string }): Promise<void> {
  const field = document.querySelector<HTMLInputElement>("input[type=file]")!;
  Object.defineProperty(field, "files", { value: [file], configurable: true });
  await act(async () => {
    field.dispatchEvent(new Event("change", { bubbles: true }));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}

const alert = () => document.querySelector("[role=alert]")?.textContent ?? null;

describe("a file that cannot be opened is told, and another one is opened all the same", () => {
  test("it was moved, deleted or changed since it was chosen", async () => {
    start(() => Promise.resolve(besides));
    await chooses(lost("effectifs.xlsx"));
    expect(alert()).toBe(say("browser-file-unreadable", { file: "effectifs.xlsx" }));
    await chooses(sound);
    expect(document.body.textContent).toContain("Le classeur est ouvert.");
  });

  test("what opens files does not load, then does", async () => {
    let isThere = false;
    start(() => (isThere ? Promise.resolve(besides) : Promise.reject(new Error("ChunkLoadError"))));
    await chooses(sound);
    expect(alert()).toBe(say("browser-loading-failed"));
    isThere = true;
    await chooses(sound);
    expect(document.body.textContent).toContain("Le classeur est ouvert.");
  });

  test("the example does not come", async () => {
    start(() => Promise.resolve(besides));
    const button = [...document.querySelectorAll("button")].find(
      ({ textContent }) => textContent === say("browser-example"),
    )!;
    await act(async () => {
      button.click();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    });
    expect(alert()).toBe(say("browser-example-failed"));
  });
});
