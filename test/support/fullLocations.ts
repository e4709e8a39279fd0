import { sql } from 'kysely';
import { z } from 'zod';
import { defineFeature } from '#main/context/feature.ts';
import { defineReport } from '#main/context/report.ts';
import { listSection, textsOf } from '#main/documents/reportFrame.ts';
import { query } from '#main/store/query.ts';
import { parameter } from '#shared/kernel/reportParameters.ts';
import { featureTexts } from '#shared/kernel/texts.ts';

/* The report that CONTRIBUTING adds to the program: it compiles, and is asked in test/app/reportCatalogue.test.ts. */

// src-shared/locations/texts.ts
export const fullLocationsTexts = featureTexts({
  en: {
    reports: {
      catalogue: {
        fullLocations: {
          title: 'Full locations',
          answers: 'In which locations most lots and serials lie.',
          asks: 'Locations of site {{site}}',
          none: 'No location of this site holds anything.',
        },
      },
    },
  },
  de: {
    reports: {
      catalogue: {
        fullLocations: {
          title: 'Volle Plätze',
          answers: 'Auf welchen Plätzen die meisten Chargen und Seriennummern liegen.',
          asks: 'Plätze des Standorts {{site}}',
          none: 'Auf keinem Platz dieses Standorts liegt etwas.',
        },
      },
    },
  },
});

// src-main/features/locations/fullLocations.queries.ts
const lotsByLocation = query<{ site: string }, { location: string; units: number }>(
  (_, { site }) => sql`
    select w.code as location, count(distinct b.unit_id) as units from balance b join place w on w.id = b.place_id
    where ${site} = '' or w.site = ${site} group by w.code order by units desc, w.code`,
);

// src-main/features/locations/fullLocations.report.ts
/** In which locations most lots and serials lie. */
export const fullLocationsReport = defineReport({
  name: 'fullLocations',
  group: 'stock',
  permission: 'look',
  parameters: z.object({ site: parameter.code() }).strict(),
  async make({ site }, { read, frame }) {
    const { fields } = textsOf(frame);
    const { title, none } = fullLocationsTexts.en.reports.catalogue.fullLocations;
    const rows = await read.all(lotsByLocation, { site });
    return {
      figures: [{ label: fields.location, values: [rows.length] }],
      sections: [
        listSection({ title, empty: none }, rows, [
          { key: 'location', header: fields.location, kind: 'code', of: ({ location }) => location },
          { key: 'units', header: fields.unit, kind: 'integer', of: ({ units }) => units },
        ]),
      ],
    };
  },
});

// src-main/features/locations/locations.feature.ts
export const fullLocationsFeature = defineFeature({
  name: 'fullLocations',
  contract: {},
  reports: [fullLocationsReport],
});
