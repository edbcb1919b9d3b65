import type { RefObject } from "preact";
import { useRef, useState } from "preact/hooks";
import type { BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { OtherOutputs } from "./other-outputs";

type Say = (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;

/** A panel that its button opens and closes. */
interface Outputs {
  readonly isOpen: boolean;
  readonly opener: RefObject<HTMLButtonElement | null>;
  readonly toggle: () => void;
  /** Closes it, and goes back to its button. */
  readonly close: () => void;
}

/** Whether « PDF et listes » is open. */
export function useOutputs(): Outputs {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return { isOpen, opener, toggle: () => setOpen(!isOpen), close };
}

export function OutputsButton({ outputs, say }: { readonly outputs: Outputs; readonly say: Say }) {
  return (
    <button
      type="button"
      class="button unfolds"
      ref={outputs.opener}
      aria-expanded={outputs.isOpen}
      aria-controls="other-outputs"
      onClick={outputs.toggle}
      onKeyDown={({ key }) => key === "Escape" && outputs.close()}
    >
      {say("browser-outputs")}
    </button>
  );
}

interface OutputsPanelProps {
  readonly outputs: Outputs;
  readonly held: PageWorkbook;
  readonly say: Say;
}

export function OutputsPanel({ outputs, held, say }: OutputsPanelProps) {
  return (
    <section
      id="other-outputs"
      class="bar-told outputs"
      aria-label={say("browser-outputs")}
      hidden={!outputs.isOpen}
      onKeyDown={({ key }) => key === "Escape" && outputs.close()}
    >
      {outputs.isOpen && <OtherOutputs held={held} say={say} />}
    </section>
  );
}
