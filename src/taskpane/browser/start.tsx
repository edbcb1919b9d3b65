import { useEffect, useState } from "preact/hooks";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import { exampleName, KeptWorks } from "./kept/kept-work";
import type { KeptWork, WorkStore } from "./kept/work-store";
import { FilePicker, OpeningProgress, onDroppedAnywhere, useOpening, type BesideModule } from "./opening";
import { useVerification, Verification } from "./verify";

interface StartProps {
  readonly language: Language;
  readonly startsWithExample: boolean;
  /** Reads the example inventory of the page; rejects when it cannot be loaded. */
  readonly readExample: () => Promise<Uint8Array>;
  readonly bring: () => Promise<BesideModule>;
  /** Work that was kept of files, to go on with. */
  readonly store: WorkStore;
}

/** Draws the page: its purpose, the kept work and a file to choose, then the workbook with the pane beside it. */
export function Start({ language, startsWithExample, readExample, bring, store }: StartProps) {
  const t = (code: BrowserCode) => browserMessage(code, {}, language);
  const other = language === "fr" ? "en" : "fr";
  const { open, refuse, onResume, ...another } = useOpening(language, bring);
  const { opening, refused, onOpen } = another;
  const verification = useVerification(language);
  const { shown, onVerify } = verification;
  const [works, setWorks] = useState<readonly KeptWork[]>([]);
  const openExample = async (work?: KeptWork) => {
    const bytes = await readExample().catch(() => null);
    if (bytes === null) return refuse(t("browser-example-failed"));
    const files = [{ name: exampleName, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }];
    if (work === undefined) onOpen(files);
    else onResume(work, files);
  };
  const forget = async ({ fingerprint }: KeptWork) => {
    await store.forget(fingerprint).catch(() => undefined);
    setWorks((all) => all.filter((one) => one.fingerprint !== fingerprint));
  };
  useEffect(() => {
    // A browser may keep nothing: there is then nothing to go on with.
    void store.all().then(setWorks, () => undefined);
    if (startsWithExample) void openExample();
  }, []);

  if (open !== null)
    return (
      <open.Beside key={open.files} opened={open.files} resumed={open.resumed} language={language} another={another} />
    );
  return (
    <main class="start">
      <h1>{t("browser-title")}</h1>
      <p>{t("browser-lead")}</p>
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
          <KeptWorks
            works={works}
            language={language}
            onResume={onResume}
            onResumeExample={(work) => void openExample(work)}
            onForget={(work) => void forget(work)}
          />
          <DropZone t={t} onFiles={onOpen} />
          <p>
            <button type="button" class="button" onClick={() => void openExample()}>
              {t("browser-example")}
            </button>
          </p>
          <p>
            <FilePicker id="received" label={t("browser-verify")} onFiles={onVerify} />
          </p>
          <p class="secondary">{t("browser-verify-help")}</p>
        </>
      )}
      <p>{t("browser-private")}</p>
      <p class="secondary">{t("browser-limits")}</p>
      <p class="secondary">{t("browser-keys")}</p>
      <p>
        <a href={`?lang=${other}`} lang={other}>
          {t("browser-language")}
        </a>
      </p>
    </main>
  );
}

interface DropZoneProps {
  readonly t: (code: BrowserCode) => string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Draws the drop zone, which accepts files dropped anywhere, with a field to pick them without a mouse. */
function DropZone({ t, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  useEffect(() => onDroppedAnywhere(onFiles, setOver), [onFiles]);
  return (
    <div class={isOver ? "drop over" : "drop"}>
      <p class="drop-here">{t("browser-drop")}</p>
      <FilePicker label={t("browser-choose")} isPrimary onFiles={onFiles} />
      <p class="secondary">{t("browser-formats")}</p>
    </div>
  );
}
