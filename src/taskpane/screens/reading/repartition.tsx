import { communeOfFiche } from "../../../documents";
import { firstSource, type CommuneTotal, type Line, type SchoolTotal } from "../../../statement";
import { usePane } from "../../parts/context";
import { Back, Button, CellLink, French, Screen, Warning } from "../../parts/elements";
import { TextField } from "../../parts/fields";
import { useRereading } from "../../parts/freshness";
import { AmountList, MoneyTable, Amounts } from "../../parts/tables";
import { campaignYear } from "../../state/preview";
import { openAs, previewOf } from "../../state/state";
import { natureText } from "../../texts/roles";
import { communeMatches, useReadingTexts } from "./texts";

const analyses = ["compare", "simulate", "rectify"] as const;

/** Draws what each payer owes: the two parts of the titre, then each commune. */
export function RepartitionScreen() {
  const { session, state, words } = usePane();
  const rereading = useRereading();
  const preview = previewOf(state);
  if (preview === null) return null;
  return (
    <Screen
      title={words.say("pane-split-title", { year: campaignYear(preview) })}
      buttons={[
        ...(rereading === null ? [] : [rereading]),
        {
          label: words.say("pane-act-documents"),
          onPress: () => session.dispatch({ type: "step-opened", step: "documents" }),
        },
      ]}
    >
      <Amounts preview={preview} />
      {preview.counts.error > 0 && <Warning>{words.counted("pane-provisional", preview.counts.error)}</Warning>}
      <ul class="links">
        {analyses.map((name) => (
          <li key={name}>
            <Button link onClick={() => session.dispatch({ type: "opened", open: { screen: "analysis", name } })}>
              {words.say(`pane-act-${name}`)}
            </Button>
          </li>
        ))}
      </ul>
      <Communes communes={preview.statement.byCommune} />
    </Screen>
  );
}

function Communes({ communes }: { readonly communes: readonly CommuneTotal[] }) {
  const { session, state } = usePane();
  const { words, t, tCount } = useReadingTexts();
  const { search } = state;
  const found = communes.filter(({ commune: { name, insee } }) => communeMatches(search, name, insee));
  return (
    <>
      <TextField
        label={t("pane-search")}
        value={search}
        onInput={(text) => session.dispatch({ type: "searched", search: text })}
        isSearch
      />
      <p class="unseen" role="status">
        {search !== "" && tCount("pane-search-found", found.length)}
      </p>
      {found.length === 0 ? (
        <p>{t("pane-search-none", { search })}</p>
      ) : (
        <MoneyTable
          caption={t("pane-communes-caption")}
          headings={[
            words.say("pane-commune"),
            { title: words.say("pane-installation"), isWide: true },
            { title: words.say("pane-maintenance"), isWide: true },
            { title: words.say("pane-total"), narrow: t("pane-commune-parts-heading") },
          ]}
        >
          <tbody>
            {found.map((total) => (
              <CommuneLine key={total.commune.insee + total.commune.name} total={total} />
            ))}
          </tbody>
        </MoneyTable>
      )}
    </>
  );
}

function CommuneLine({ total: { commune, split, cagb, due } }: { readonly total: CommuneTotal }) {
  const { session } = usePane();
  const { words, t } = useReadingTexts();
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
        <span class="parts narrow">{t("pane-commune-parts", { cagb: words.euros(cagb), due: words.euros(due) })}</span>
      </td>
    </tr>
  );
}

/** Draws why this amount: a commune's schools, each line as quantity × price, and the cell that it comes from. */
export function CommuneScreen() {
  const { session, state } = usePane();
  const { words, t } = useReadingTexts();
  const rereading = useRereading();
  const preview = previewOf(state);
  const open = openAs(state, "commune");
  const total = preview?.statement.byCommune.find(({ commune }) => commune.insee === open?.insee);
  if (preview === null || total === undefined) return null;
  const { commune, cagb, due, schools } = total;
  const fiche = preview.plan.sheets.find(({ key }) => communeOfFiche(key) === commune.insee)?.name;
  const isWritten = fiche !== undefined && state.documents.sheets?.some(({ name }) => name === fiche) === true;
  return (
    <Screen
      title={commune.name}
      back={<Back />}
      buttons={[
        ...(rereading === null ? [] : [rereading]),
        isWritten && { label: t("pane-detail-fiche"), onPress: () => void session.run.openSheet(fiche) },
      ]}
    >
      <AmountList
        amounts={[
          { name: t("pane-commune-part"), amount: words.euros(due) },
          { name: words.say("pane-money-cagb"), amount: words.euros(cagb) },
          { name: words.say("pane-total"), amount: words.euros(cagb.plus(due)), isTotal: true },
        ]}
      />
      {schools.map((school, index) => (
        <SchoolLines key={index} total={school} />
      ))}
      <p class="secondary">{words.say("pane-tariff", { act: preview.statement.grid.act })}</p>
    </Screen>
  );
}

function SchoolLines({ total: { school, split, lines } }: { readonly total: SchoolTotal }) {
  const { words, t } = useReadingTexts();
  const { name } = school;
  const { installation, maintenance } = split;
  const amounts = [installation.commune, maintenance.cagb, maintenance.commune];
  const total = amounts.reduce((sum, amount) => sum.plus(amount), installation.cagb);
  return (
    <section class="card">
      <h2>
        <span>{name}</span> <span class="amount">{words.euros(total, true)}</span>
      </h2>
      {lines.length === 0 ? (
        <p>{t("pane-detail-no-line")}</p>
      ) : (
        <MoneyTable
          caption={t("pane-detail-caption", { school: name })}
          headings={[
            words.say("pane-detail-prestation"),
            { title: t("pane-detail-computed"), isWide: true },
            t("pane-detail-amount"),
          ]}
          hasUnseenHead
        >
          <tbody>
            {lines.map((line, index) => (
              <LineRow key={index} line={line} />
            ))}
          </tbody>
        </MoneyTable>
      )}
    </section>
  );
}

function LineRow({ line }: { readonly line: Line }) {
  const { words, t, tCount } = useReadingTexts();
  const { tariff, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  const source = firstSource(sources);
  const computed = words.say("pane-detail-line", { quantity: words.integer(quantity), price: words.euros(unitPrice) });
  return (
    <tr>
      <th scope="row">
        <French>{tariff.prestation}</French>
        <span class="parts">
          {natureText(nature, payer, words)}
          {share !== null && `, ${t("pane-detail-share", { weight: share.weight, total: share.total })}`}
        </span>
        <span class="parts narrow">{computed}</span>
        {source !== null && (
          <span class="parts">
            <CellLink sheet={source.first.sheet.name} otherFile={source.first.sheet.otherFile} cell={source.cell} />
            {source.count > 1 && ` ${tCount("pane-detail-others", source.count - 1)}`}
          </span>
        )}
      </th>
      <td class="wide">{computed}</td>
      <td>{words.euros(amount)}</td>
    </tr>
  );
}
