import { useEffect, useState } from "preact/hooks";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import { FilePicker, OpeningProgress, onDroppedAnywhere, useOpening, type BesideModule } from "./opening";
import { useVerification, Verification } from "./verify";

const exampleName = "inventaire-exemple.xlsx";

interface StartProps {
  readonly language: Language;
  readonly startsWithExample: boolean;
  /** The inventory that comes with the page; rejects where it cannot be loaded. */
  readonly readExample: () => Promise<Uint8Array>;
  readonly bring: () => Promise<BesideModule>;
}

/** Draws the page: what it does and a file to choose, then the workbook with the pane beside it. */
export function Start({ language, startsWithExample, readExample, bring }: StartProps) {
  const say = (code: BrowserCode) => browserMessage(code, {}, language);
  const other = language === "fr" ? "en" : "fr";
  const { open, refuse, ...another } = useOpening(language, bring);
  const { opening, refused, onOpen } = another;
  const verification = useVerification(language);
  const { shown, onVerify } = verification;
  const openExample = async () => {
    const bytes = await readExample().catch(() => null);
    if (bytes === null) return refuse(say("browser-example-failed"));
    onOpen([{ name: exampleName, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }]);
  };
  useEffect(() => {
    if (startsWithExample) void openExample();
  }, []);

  if (open !== null) return <open.Beside key={open.files} opened={open.files} language={language} another={another} />;
  return (
    <main class="start">
      <h1>{say("browser-title")}</h1>
      <p>{say("browser-lead")}</p>
      {opening !== null ? (
        <OpeningProgress opening={opening} language={language} />
      ) : shown !== null ? (
        <Verification {...verification} shown={shown} language={language} />
      ) : (
        <>
          {refused.length > 0 && (
            <div class="trouble" role="alert">
              {refused.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          )}
          <DropZone say={say} onFiles={onOpen} />
          <p>
            <button type="button" class="button" onClick={() => void openExample()}>
              {say("browser-example")}
            </button>
          </p>
          <p>
            <FilePicker id="received" label={say("browser-verify")} onFiles={onVerify} />
          </p>
          <p class="secondary">{say("browser-verify-help")}</p>
        </>
      )}
      <p>{say("browser-private")}</p>
      <p class="secondary">{say("browser-limits")}</p>
      <p class="secondary">{say("browser-keys")}</p>
      <p>
        <a href={`?lang=${other}`} lang={other}>
          {say("browser-language")}
        </a>
      </p>
    </main>
  );
}

interface DropZoneProps {
  readonly say: (code: BrowserCode) => string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Draws the place where files are dropped, which takes those dropped anywhere, with a field that picks them for whoever has no mouse. */
function DropZone({ say, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => onDroppedAnywhere(onFiles, setOver), [onFiles]);
  return (
    <div class={isOver ? "drop over" : "drop"}>
      <p class="drop-here">{say("browser-drop")}</p>
      <FilePicker label={say("browser-choose")} isPrimary onFiles={onFiles} />
      <p class="secondary">{say("browser-formats")}</p>
    </div>
  );
}
