import { useState } from "preact/hooks";
import type { BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { ListName } from "../operations/downloads";
import { usePane } from "../parts/context";
import { Warning } from "../parts/elements";
import { Drawing } from "../screens/document-parts";
import { mayDraw, previewOf } from "../state/state";
import { giveFile } from "./save";
import { useTold } from "./told";

interface OtherOutputsProps {
  readonly held: PageWorkbook;
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
}

const encodings = ["utf-8", "windows-1252"] as const;

/** What the command gives beside the workbook: the PDFs, and the lists in CSV; each is saved by its button. */
export function OtherOutputs({ held, say }: OtherOutputsProps) {
  const { session, state, words } = usePane();
  const [encoding, setEncoding] = useState<(typeof encodings)[number]>("utf-8");
  const [told, tell] = useTold(held);
  const lists = session.query.listsGiven();
  const { work } = state;
  const errors = previewOf(state)?.counts.error ?? 0;
  const isDrawing = work.kind === "drawing";
  if (!mayDraw(state)) return <p>{say("browser-outputs-later")}</p>;

  const savePdfs = async () => {
    tell("");
    const before = session.state.documents.pdfs;
    await session.run.savePdfs();
    const { pdfs } = session.state.documents;
    tell(pdfs === null || pdfs === before ? say("browser-pdfs-not-saved") : say("browser-given", { file: pdfs.name }));
  };
  const saveList = (list: ListName) => {
    const made = session.query.makeList(list, encoding);
    if (made === null) return;
    if (!made.ok) return tell(say("browser-list-character", { character: made.character }));
    giveFile(made.name, made.bytes);
    tell(say("browser-given", { file: made.name }));
  };
  return (
    <>
      {errors > 0 && (
        <Warning>
          {say(`browser-outputs-provisional-${words.plural(errors)}`, { count: words.integer(errors) })}
        </Warning>
      )}
      <p>
        {/* One button, as in the pane: the focus stays on it. */}
        <button type="button" class="button" onClick={() => (isDrawing ? session.run.cancel() : void savePdfs())}>
          {isDrawing ? words.say("pane-act-cancel") : say("browser-output-pdfs")}
        </button>
        {lists.map((list) => (
          <button key={list} type="button" class="button" onClick={() => saveList(list)}>
            {say(`browser-output-${list}`)}
          </button>
        ))}
      </p>
      {isDrawing && <Drawing {...work} />}
      <p>
        <label for="encoding">{say("browser-encoding")}</label>{" "}
        <select
          id="encoding"
          value={encoding}
          onChange={({ currentTarget: { value } }) => setEncoding(encodings.find((one) => one === value) ?? "utf-8")}
        >
          {encodings.map((one) => (
            <option key={one} value={one}>
              {say(`browser-encoding-${one}`)}
            </option>
          ))}
        </select>
      </p>
      {!lists.includes("titre") && <p class="secondary">{say("browser-outputs-correction")}</p>}
      <p role="status">{told}</p>
    </>
  );
}
