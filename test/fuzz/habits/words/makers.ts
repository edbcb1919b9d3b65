const list = (names: string): readonly string[] => names.trim().split(/\s*,\s*/);

/** Makers that everybody knows. */
export const knownMakers = list(`Dell, HP, Lenovo, Acer, Asus, Fujitsu, Epson, Canon, Brother`);

/** Makers that nobody may know, and that « marque » says to be one. */
export const unknownMakers = list(`
  Quadriane, Sylvex, Tornado-Info, Mikrolis, Bisontek, Jurasys, Delmas & Fils, Compumatic, Orvane, Kestrel, Tandoor, Vesuvio, Noxatech,
  Amstrad Pro, Goupil, Thomson TO, Micral, Leanord, Normerel, Logabax, Persona, Zenith Data, Elonex, Transtec, Wortmann, Terra, Maxdata
`);

export const models = list(`
  OptiPlex 3020, OptiPlex 780, ProDesk 400 G1, Compaq 8200 Elite, ThinkCentre M73, ThinkCentre Edge 72, Esprimo P710, Veriton X2610, BM6835,
  PowerEdge T110 II, LatiStar 40, Z-40, XR 2100, Vega 7, T-500s, Corail 3, Mistral II, Zéphyr 15, Alizé, Bora 2000
`);

/** Software of schools. */
export const products = list(`
  Lirebel, GéoTracé, Tap’Touche, Clicmenu, Cartapuce, Gcompris, Didapages, Audacity, OpenOffice, Kwartz, Smartphonie, Petit Poucet 2,
  Atout Lecture, Mathador, Anagraphis, BCDI École, Scratch, Primtux, Balabolka, Pilote 3
`);
