import { Amounts } from "../../parts/amounts";
import { usePane } from "../../parts/context";
import { Button } from "../../parts/elements";
import { Screen } from "../../parts/screen";
import type { CommuneTotal } from "../../../statement";
import { campaignOf } from "../../state/preview";
import { previewOf } from "../../state/state";
import { communeMatches } from "./texts";

/** Who bears what: the titre's two parts, then each commune. */
export function RepartitionScreen() {
  const { session, state, words } = usePane();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-split-title", { year: campaignOf(preview) })}
      actions={
        <Button primary onClick={() => session.dispatch({ type: "step-opened", step: "documents" })}>
          {words.say("pane-act-documents")}
        </Button>
      }
    >
      <Amounts preview={preview} />
      {preview.counts.error > 0 && (
        <p class="warning">
          <span aria-hidden="true">▲ </span>
          {words.counted("pane-provisional", preview.counts.error)}
        </p>
      )}
      <p class="links">
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "compare" } })}
        >
          {words.say("pane-act-compare")}
        </Button>{" "}
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "simulate" } })}
        >
          {words.say("pane-act-simulate")}
        </Button>{" "}
        <Button
          link
          onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name: "rectify" } })}
        >
          {words.say("pane-act-rectify")}
        </Button>
      </p>
      <Communes communes={preview.statement.byCommune} />
    </Screen>
  );
}

function Communes({ communes }: { readonly communes: readonly CommuneTotal[] }) {
  const { session, state, words } = usePane();
  const { search } = state;
  const found = communes.filter(({ commune: { name, insee } }) => communeMatches(search, name, insee));
  return (
    <>
      <div class="field">
        <label for="search">{words.say("pane-search")}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          value={search}
          onInput={({ currentTarget }) => session.dispatch({ type: "searched", search: currentTarget.value })}
        />
      </div>
      <p class="unseen" role="status">
        {search !== "" && words.counted("pane-search-found", found.length)}
      </p>
      {found.length === 0 ? (
        <p>{words.say("pane-search-none", { search })}</p>
      ) : (
        <table class="money">
          <caption class="unseen">{words.say("pane-communes-caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{words.say("pane-commune")}</th>
              <th scope="col" class="wide">
                {words.say("pane-installation")}
              </th>
              <th scope="col" class="wide">
                {words.say("pane-maintenance")}
              </th>
              <th scope="col">
                {words.say("pane-total")}
                <span class="parts narrow">{words.say("pane-commune-parts-heading")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((total) => (
              <CommuneLine key={total.commune.insee + total.commune.name} total={total} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function CommuneLine({ total: { commune, split, cagb, due } }: { readonly total: CommuneTotal }) {
  const { session, words } = usePane();
  const { installation, maintenance } = split;
  const { insee, name } = commune;
  return (
    <tr>
      <th scope="row">
        <Button link onClick={() => session.dispatch({ type: "opened", open: { screen: "commune", insee } })}>
          {name}
        </Button>
      </th>
      <td class="wide">{words.euros(installation.cagb.plus(installation.commune), true)}</td>
      <td class="wide">{words.euros(maintenance.cagb.plus(maintenance.commune), true)}</td>
      <td>
        {words.euros(cagb.plus(due), true)}
        <span class="parts narrow">
          {words.say("pane-commune-parts", { cagb: words.euros(cagb), due: words.euros(due) })}
        </span>
      </td>
    </tr>
  );
}
