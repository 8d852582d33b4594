/** Files of the applications and the signed list of applications. */
export const materials = {
  'materials.altered.name':
    'name, code or number differ from the signed list; somebody may have changed the data file outside the program. Restore the latest backup.',
  'materials.altered.facts':
    'the application differs from the signed list; somebody may have changed the data file outside the program. Restore the latest backup.',
  'materials.altered.eligibility':
    'the eligibility differs from the signed list; somebody may have changed the data file outside the program. Restore the latest backup.',
  'materials.altered.withdrawn':
    'whether it is withdrawn differs from the signed list; somebody may have changed the data file outside the program. Restore the latest backup.',
  'materials.altered.files':
    'the files differ from the signed list; somebody may have changed the data file outside the program. Restore the latest backup.',
  'materials.altered.listed':
    'this application was added to or taken out of the data file, unlike the signed list. Restore the latest backup.',
  'materials.altered.since':
    'the application or its files changed after members handed in their sheets; no result can rest on them. Restore the latest backup.',
  'materials.kind.licence': 'Business licence',
  'materials.kind.audit': 'Audit report',
  'materials.kind.plan': 'Business plan',
  'materials.kind.commitment': 'Letter of commitment',
  'materials.kind.evidence': 'Evidence for an item',
  'materials.kind.answers': 'Answers of the hearing',
  'materials.kind.findings': 'Findings of the visit',
  'materials.kind.other': 'Other',
  'refused.dossiers': 'The applications differ from the signed list.',
  'refused.material-changed':
    'The file “{name}” isn’t what was imported: it is damaged or was changed, and can’t be used. Restore the folder materials of a backup, or import the original again.',
  'refused.material-missing':
    'The file “{name}” isn’t on this computer. Restore the folder materials of a backup, or import the original again.',
  'refused.material-share':
    'This file isn’t open to you yet. Ask the secretary to unlock once, then open it again.',
  'refused.material-too-large':
    '“{name}” is larger than {limit} MB and wasn’t imported. Split or compress it first.',
  'refused.material-empty': '“{name}” is empty (0 bytes) and wasn’t imported. Check the original.',
  'refused.file-changed':
    '“{name}” changed while it was read and wasn’t imported. Close the program that edits it, then try again.',
  'refused.vault-key':
    'The key for these files isn’t that of this application; the data file may have been changed. Restore the latest backup.',
  'refused.material': 'This file is no longer there.',
  'refused.manifest': 'The list of applications isn’t signed yet. Ask the secretary to unlock once.',
  'materials.name.empty': 'the name is empty; rename the file first.',
  'materials.name.long': 'the name is longer than 120 characters; rename the file first.',
  'materials.name.hidden':
    'the name holds control characters that can’t be seen and may disguise the type; rename the file first.',
  'materials.name.barred':
    'the name holds a sign that can’t be used (< > : " / \\ | ? *); rename the file first.',
  'materials.name.reserved': 'the system reserves this name; rename the file first.',
  'materials.name.edges': 'the name begins or ends with a space or ends with a point; rename the file first.',
  'materials.file.empty': 'empty (0 bytes); check the original.',
  'materials.file.large': 'larger than 500 MB; split or compress it first.',
  'materials.sameName': 'two files of one kind and application have the same name; rename one first.',
  'materials.kindUnknown': 'this kind of file isn’t known; choose again.',
  'materials.itemUnknown': 'the scoring rules have no such item; choose again.',
  'materials.progress.copying': 'Copying…',
  'materials.progress.placing': 'Saving…',
  'materials.progress.checking': 'Checking every file…',
  'refused.materials': 'Some files can’t be imported; none was. See below.',
  'refused.materials-full':
    'With these there would be {count} files, {megabytes} MB; a review holds at most {most} files and 4000 MB. Nothing was imported.',
  'refused.materials-many': 'At most {most} files at once; import them in parts.',
} as const;
