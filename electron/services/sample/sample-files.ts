import {
  samplePeople,
  sampleScores,
  sampleStory,
  type SamplePeople,
  type SampleScores,
  type SampleStory,
} from '../../../shared/schema/sample.ts';
import type { Environment } from '../../api/environment.ts';

export interface SampleFiles {
  readonly people: SamplePeople['people'];
  readonly scores: SampleScores;
  readonly story: SampleStory;
  readonly applications: Uint8Array;
}

/** The shipped sample, read and checked against its shapes. */
export function readSample(environment: Pick<Environment, 'readResource'>): SampleFiles {
  const json = (name: string): unknown =>
    JSON.parse(Buffer.from(environment.readResource(`sample/${name}.json`)).toString('utf8'));
  return {
    people: samplePeople.parse(json('people')).people,
    scores: sampleScores.parse(json('scores')),
    story: sampleStory.parse(json('story')),
    applications: environment.readResource('sample/applications.xlsx'),
  };
}
