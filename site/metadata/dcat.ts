import type {Lang, Text} from "../../src/lib/language/text.js";
import {pathOf} from "../../src/lib/pages.js";
import {has, placeholders, settings} from "../../src/lib/settings.js";
import {absolute, siteUrl} from "../siteUrl.js";
import {type Dataset, datasets} from "./datasets.js";
import {languageAddress} from "./languageAddress.js";
import {euFileType, mediaType} from "./mediaType.js";

/** Where the catalogue stands, below the site's root. */
export const catalogFile = "data/catalog.jsonld";

const eu = "http://publications.europa.eu/resource/authority";

const prefixes = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** The site's data sets as data.norge.no and other catalogues harvest them: DCAT-AP-NO 2, in JSON-LD. */
export function dcatCatalog(): string {
  const publisher = {"@id": absolute("data/#publisher"), "@type": "foaf:Agent", "foaf:name": texts(settings.publisher)};
  const catalog = {
    "@context": prefixes,
    "@id": absolute(catalogFile),
    "@type": "dcat:Catalog",
    "dct:title": texts(settings.title),
    "dct:description": texts(settings.description),
    "dct:publisher": publisher,
    "dct:language": settings.languages.map(language),
    "dct:issued": day(settings.published),
    "foaf:homepage": {"@id": siteUrl},
    "dcat:dataset": datasets().map(datasetOf),
  };
  return `${JSON.stringify(catalog, null, 2)}\n`;
}

function datasetOf({id, title, description, page, files, fieldwork, variables}: Dataset) {
  const landing = settings.languages.map((lang) => ({"@id": absolute(pathOf(page, lang))}));
  return {
    "@id": absolute(`data/#${id}`),
    "@type": "dcat:Dataset",
    "dct:identifier": id,
    "dct:title": texts(title),
    "dct:description": texts(description),
    "dct:publisher": {"@id": absolute("data/#publisher")},
    "dct:accessRights": {"@id": `${eu}/access-right/PUBLIC`},
    "dcat:theme": [{"@id": `${eu}/data-theme/SOCI`}],
    "dcat:keyword": settings.languages.flatMap((lang) => variables.map(({label}) => text(label[lang], lang))),
    "dct:language": settings.languages.map(language),
    "dct:issued": day(settings.published),
    "dcat:version": settings.version,
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": day(fieldwork.from),
      "dcat:endDate": day(fieldwork.to),
    },
    ...(has("register") && {"dct:spatial": {"@id": `${eu}/country/NOR`}}),
    ...(!placeholders(settings).includes("contact") && {
      "dcat:contactPoint": {
        "@type": "vcard:Organization",
        "vcard:fn": texts(settings.publisher),
        "vcard:hasEmail": {"@id": settings.contact},
      },
    }),
    "dcat:landingPage": landing,
    "dcat:distribution": files.map((file) => distributionOf(file, landing)),
  };
}

function distributionOf({path, size, checksum}: Dataset["files"][number], accessUrl: readonly {"@id": string}[]) {
  return {
    "@id": absolute(path),
    "@type": "dcat:Distribution",
    "dct:title": path.split("/").at(-1),
    "dcat:accessURL": accessUrl,
    "dcat:downloadURL": {"@id": absolute(path)},
    "dct:license": {"@id": `${eu}/licence/CC_BY_4_0`},
    "dct:format": {"@id": euFileType(path)},
    "dcat:mediaType": {"@id": `https://www.iana.org/assignments/media-types/${mediaType(path)}`},
    ...(size !== undefined && {"dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": String(size)}}),
    ...(checksum && {
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": checksum,
      },
    }),
  };
}

const text = (value: string, lang: Lang) => ({"@language": lang, "@value": value});
const texts = (of: Text) => settings.languages.map((lang) => text(of[lang], lang));
const language = (lang: Lang) => ({"@id": languageAddress(lang)});
const day = (date: string) => ({"@type": "xsd:date", "@value": date});
