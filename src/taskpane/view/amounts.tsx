import type { Preview } from "../session/preview-types";
import { usePane } from "./pane-context";

/** The three amounts of a titre: the CAGB's part, the communes', and both. */
export function Amounts({ preview }: { readonly preview: Preview }) {
  const { words } = usePane();
  return (
    <dl class="amounts">
      <div>
        <dt>{words.say("pane-money-cagb")}</dt>
        <dd>{words.euros(preview.cagb)}</dd>
      </div>
      <div>
        <dt>{words.say("pane-money-communes")}</dt>
        <dd>{words.euros(preview.due)}</dd>
      </div>
      <div class="total">
        <dt>{words.say("pane-money-total")}</dt>
        <dd>{words.euros(preview.total)}</dd>
      </div>
    </dl>
  );
}
