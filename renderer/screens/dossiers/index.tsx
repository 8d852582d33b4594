import type { ReactNode } from 'react';
import { useMay } from '../use-may.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { DossierList } from './dossier-list.tsx';
import { DossierPage } from './dossier-page.tsx';
import { EditDossier, NewDossier } from './dossier-form-page.tsx';
import { FolderImportPage } from './folder-import-page.tsx';
import { ImportPage } from './import-page.tsx';
import { OpenJudgements } from './open-judgements.tsx';
import { parseItem } from './places.ts';

/** 申报企业: the list, or the one thing that the route's item names. */
export function Screen({ reviewId, item }: ReviewScreenProps): ReactNode {
  const may = useMay(reviewId);
  const place = parseItem(item);
  switch (place.kind) {
    case 'list':
      return <DossierList reviewId={reviewId} may={may} />;
    case 'import':
      return <ImportPage reviewId={reviewId} />;
    case 'materials':
      return <FolderImportPage reviewId={reviewId} />;
    case 'judge':
      return <OpenJudgements reviewId={reviewId} />;
    case 'new':
      return <NewDossier reviewId={reviewId} />;
    case 'edit':
      return <EditDossier key={place.dossierId} reviewId={reviewId} dossierId={place.dossierId} />;
    case 'dossier':
      return <DossierPage key={place.dossierId} reviewId={reviewId} dossierId={place.dossierId} may={may} />;
  }
}
