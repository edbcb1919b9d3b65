/** French words that have nothing to do with inventories, schools or machines: nobody can know what they would say of a number. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Nouns, in the plural. */
export const nouns = list(`
  abeilles ablettes acanthes agates ajoncs alambics alevins aloses ambres améthystes ammonites ancolies angéliques anémones
  aqueducs arabesques ardoises argiles armoises arnicas arpents artichauts asphodèles asters atolls aubépines aubergines aulnes
  avocettes azalées bachots badigeons baladins balafres balsamines baobabs barcarolles bardanes basilics basques bastions bécasses
  bégonias bergamotes bergeronnettes bigoudens bigorneaux biniou blaireaux bleuets bocages bolets bougainvillées bourgeons bourraches
  bouvreuils brandades brioches brocantes bruyères bruants busards bécarres cabillauds cachalots cadrans calanques calebasses camélias
  campanules cannelures capucines carafes cardères carillons caroubes cascades cassolettes catalpas cerfeuils cerisaies cévennes
  chalands chalumeaux charmilles chardonnerets chatons châtaignes chicorées choucas cigales cigognes ciboules citadelles clafoutis
  clairières clématites cloportes cloîtres coccinelles cocardes cochenilles colombages colchiques coloquintes comètes compotes
  concombres confettis congères coquelicots cormorans coriandres cornemuses coulemelles courlis crécelles criquets crocus croquettes
  cyclamens cyprès dahlias daguerréotypes damasquins datura daurades digitales dolmens drosophiles dunes échalotes échassiers églantines
  embruns épeautres épervières éphémères épinards érables escargots estragons estuaires étamines étourneaux euphorbes fauvettes fenouils
  feuillages filigranes flamants fontanelles fougères fraisiers framboises frimas fuchsias gabares galaxies galets garances gentianes
  geysers girofles giroflées girolles glaïeuls glaciers glycines goélands gouaches goudrons granges grelots grenadines grillons griottes
  groseilles guimauves hannetons harengs haricots hellébores hermines héliotropes hirondelles hortensias huppes hyacinthes ibis iguanes
  jacinthes jaspes javelles jonquilles joubarbes kakis lagunes lamproies lavandes lentilles lichens libellules lilas lianes lucioles
  lupins luzernes magnolias mandarines manoirs marjolaines marguerites martinets mascarets mauves mélèzes mélisses menhirs merles mésanges
  mimosas mirabelles moraines morilles mouettes moutardes muguets myosotis myrtilles nacelles narcisses navettes nectarines nénuphars
  névés noisettes nymphéas obsidiennes œillets olives opales orangeraies orchidées orfrois orges origans orties oseilles oursins
  palourdes pampres papyrus pâquerettes parchemins passereaux pastels pastèques patelles pavots pêchers pensées perce-neige pervenches
  pétunias phalènes pimprenelles pinsons pivoines plantains platanes pluviers pommiers potirons primevères pruneaux quartz quenelles
  radis ragondins rainettes ravines réglisses renoncules résédas rhubarbes romarins roseaux roitelets rossignols rubans safrans sarcelles
  sarments sassafras saules sauterelles scabieuses scarabées seigles sittelles solfèges sorbiers soucis sureaux sycomores tamaris tanches
  thyms tilleuls tournesols tourterelles trèfles troènes truffes tulipes turbots valérianes vanneaux verveines vignobles violettes
  volubilis zinnias
`);

/** Adjectives, in the masculine plural. */
export const adjectives = list(`
  abyssaux acidulés alpestres ambrés anisés argentés azurés baroques bicolores blafards boréaux bourguignons bruns byzantins cannelés
  carmins celtiques champêtres chatoyants cendrés comtois craquants crépusculaires cristallins cuivrés dodus dorés duveteux
  échevelés écarlates élancés émaillés épicés escarpés estivaux éthérés farineux feuillus filandreux flamboyants fleuris floconneux
  fluviaux forestiers fruités galbés gascons givrés gothiques grenus grivelés herbeux hivernaux indigo irisés jurassiens laiteux lavande
  limoneux lunaires lustrés marbrés mauves mélodieux moirés mordorés moussus musqués nacrés nervurés nivernais nocturnes océaniques ocres
  onctueux opalins ouatés ovales pailletés parfumés perlés picards pivotants poivrés pourpres printaniers quadrillés rayés rhénans
  rocailleux rosés rugueux rustiques sablonneux safranés satinés savoyards sépia soyeux tachetés tigrés torsadés tourbeux turquoise
  vanillés vaporeux veinés veloutés vermeils vernissés vosgiens zébrés
`);

/** Past participles, in the masculine plural: « non … ». */
export const participles = list(`
  affinés amidonnés appariés arpentés badigeonnés biseautés brodés calligraphiés cardés chantournés ciselés colligés crénelés cuvelés
  damés décantés égrenés émondés encaustiqués enrubannés essaimés étamés façonnés festonnés feutrés fleurdelisés fumigés galvanisés
  gaufrés glanés gominés greffés guillochés infusés jaspés labourés laminés laqués liserés malaxés maraudés métissés moulinés nimbés
  ourlés parsemés patinés pétris plissés rabotés ramés ratissés repiqués saupoudrés sertis surfilés tamisés tannés tissés torréfiés
  tressés vannés vernis vrillés
`);
