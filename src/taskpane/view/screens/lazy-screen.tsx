import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../button";
import { usePane } from "../pane-context";
import { Screen } from "../screen";

/** Code that comes when it is first asked for, and is kept. */
export class LazyCode<Loaded> {
  loaded: Loaded | null = null;

  constructor(private readonly load: () => Promise<Loaded>) {}

  /** Loads it; rejects where it does not come. */
  async bring(): Promise<Loaded> {
    return (this.loaded ??= await this.load());
  }
}

interface LazyScreenProps<Loaded> {
  readonly code: LazyCode<Loaded>;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: (loaded: Loaded) => ComponentChildren;
}

/** A screen whose code is not there from the start: its title meanwhile, and where it does not come, another try. */
export function LazyScreen<Loaded>({ code, title, onClose, children }: LazyScreenProps<Loaded>) {
  const { words } = usePane();
  const [isThere, setThere] = useState(code.loaded !== null);
  const [hasFailed, setFailed] = useState(false);
  const bring = () => {
    setFailed(false);
    code.bring().then(
      () => setThere(true),
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (!isThere) bring();
  }, []);
  if (isThere && code.loaded !== null) return <>{children(code.loaded)}</>;
  return (
    <Screen
      title={title}
      alert={hasFailed}
      actions={
        hasFailed && (
          <>
            <Button primary onClick={bring}>
              {words.say("pane-act-retry")}
            </Button>
            <Button onClick={onClose}>{words.say("pane-act-close")}</Button>
          </>
        )
      }
    >
      {hasFailed && <p>{words.say("pane-analysis-not-loaded")}</p>}
    </Screen>
  );
}
