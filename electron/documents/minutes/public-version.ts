import type { AttendancePerson, MinutesData } from '../data.ts';

/**
 * The data of the public version (公开版): without dissents, members' scores, corrections, reasons of
 * recusal, leaving and absence, findings of visits, and without opinions, which may name trade secrets (政府信息公开条例 art. 15).
 */
export function publicProjection(data: MinutesData): MinutesData {
  return {
    ...data,
    sessions: data.sessions.map((session) => ({
      ...session,
      present: session.present.map(withoutReason),
      excused: session.excused.map(withoutReason),
      absent: session.absent.map(withoutReason),
      observing: session.observing.map(withoutReason),
    })),
    recusals: [],
    replacements: [],
    absences: [],
    corrections: [],
    dissents: [],
    annex: { columns: [], enterprises: [] },
    inspections: [],
    results: data.results.map((row) => ({
      rank: row.rank,
      name: row.name,
      score: row.score,
      members: row.members,
      status: row.status,
      conclusion: row.conclusion,
    })),
    signatures: data.signatures.map((slot) => ({
      field: slot.field,
      name: slot.name,
      role: slot.role,
      organisation: slot.organisation,
    })),
  };
}

function withoutReason(person: AttendancePerson): AttendancePerson {
  return { name: person.name, organisation: person.organisation };
}
