import type { LadderEntry } from '@/lib/amount/schema';
import { whyWords } from '@/lib/funnel/rules/words';
import type { FigureRow } from '@/lib/funnel/schema/sources';
import { isAskedTopic } from '@/lib/outcome/rules';
import type { LoggedOutcome } from '@/lib/outcome/schema';
import type { PairItem } from '@/lib/pair/schema';
import { at, count, day, major, minor, text } from '../book';
import { type Column, column, named, type Words } from './column';

/** The rows of a figure, with every entry that puts a pair in. */
export function figureColumns({ say, locale }: Words): Column<FigureRow>[] {
  return [
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('why', ({ why }) => text(whyWords(why, say))),
    column('happenedOn', ({ effectiveOn }) => day(effectiveOn)),
    column('happenedAt', ({ effectiveAt }) => at(effectiveAt)),
    column('recordedAt', ({ recordedAt }) => at(recordedAt)),
    column('by', ({ by }) => (by ? named(by, locale) : text(say('pair.timeline.somebody')))),
    column('means', ({ means }) => text(say(`pair.timeline.means.${means}`))),
    column('words', ({ reason }) => text(reason)),
    column('currency', ({ amount }) => text(amount?.currency)),
    column('amount', ({ amount }) => amount && major(amount.minor, amount.currency)),
    column('minor', ({ amount }) => amount && minor(amount.minor)),
    column('source', ({ why }) => (why.kind === 'amount' ? text(say(`amount.source.${why.source}`)) : null)),
    column('evidence', ({ why }) => (why.kind === 'amount' ? text(why.evidence) : null)),
    column('stage', ({ stage }) => stage && text(say(`pair.stage.${stage}`))),
    column('status', ({ status }) => text(say(`pair.status.${status}`))),
    column('pair', ({ pair }) => text(pair)),
    column('entry', ({ entry }) => text(entry)),
  ];
}

/** The pipeline's list, as it stood on the date. */
export function pairColumns({ say, locale }: Words): Column<PairItem>[] {
  return [
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('sector', ({ startup }) => text(say(`startup.sector.${startup.sector}`))),
    column('stage', ({ stage }) => text(say(`pair.stage.${stage}`))),
    column('stageSince', ({ stageSince }) => at(stageSince)),
    column('status', ({ status }) => text(say(`pair.status.${status}`))),
    column('reason', ({ reasonCode }) => reasonCode && text(say(`pair.reason.${reasonCode}`))),
    column('rung', ({ amounts: [live] }) => (live ? text(say(`amount.rung.${live.rung}`)) : null)),
    column('currency', ({ amounts: [live] }) => text(live?.currency)),
    column('amount', ({ amounts: [live] }) => (live ? major(live.minor, live.currency) : null)),
    column('minor', ({ amounts: [live] }) => (live ? minor(live.minor) : null)),
    column('amountOn', ({ amounts: [live] }) => day(live?.effectiveOn)),
    column('interest', ({ interest }) => (interest === null ? null : count(interest))),
    column('nextStep', ({ nextStep }) => text(nextStep?.text)),
    column('nextStepOn', ({ nextStep }) => day(nextStep?.on)),
    column('nextStepBy', ({ nextStep }) => named(nextStep?.owner, locale)),
    column('owner', ({ owner }) => named(owner, locale)),
    column('nextMeeting', ({ nextMeeting }) => at(nextMeeting?.startsAt)),
    column('pair', ({ id }) => text(id)),
  ];
}

/** Every outcome that stands: the latest of its meeting. */
export function outcomeColumns({ say, locale }: Words): Column<LoggedOutcome>[] {
  return [
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('stage', ({ stage }) => text(say(`pair.stage.${stage}`))),
    column('startsAt', ({ startsAt }) => at(startsAt)),
    column('interest', ({ interest }) => count(interest)),
    column('asked', ({ asked }) =>
      text(asked.map((topic) => (isAskedTopic(topic) ? say(`outcome.asked.${topic}`) : topic)).join(', ')),
    ),
    column('nextStep', ({ nextStep }) => text(nextStep)),
    column('nextStepOn', ({ nextStepOn }) => day(nextStepOn)),
    column('note', ({ note }) => text(note)),
    column('recordedAt', ({ recordedAt }) => at(recordedAt)),
    column('by', ({ by }) => named(by, locale)),
    column('means', ({ means }) => text(say(`pair.timeline.means.${means}`))),
    column('pair', ({ pairId }) => text(pairId)),
    column('meeting', ({ meetingId }) => text(meetingId)),
    column('entry', ({ id }) => text(id)),
  ];
}

/** Every entry of the ladder in force; rungs are never added. */
export function amountColumns({ say, locale }: Words): Column<LadderEntry>[] {
  return [
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('effectiveOn', ({ effectiveOn }) => day(effectiveOn)),
    column('rung', ({ rung }) => text(say(`amount.rung.${rung}`))),
    column('currency', ({ currency }) => text(currency)),
    column('amount', ({ minor: value, currency }) =>
      value !== null && currency ? major(value, currency) : null,
    ),
    column('minor', ({ minor: value }) => minor(value)),
    column('source', ({ source }) => text(say(`amount.source.${source}`))),
    column('evidence', ({ evidence }) => text(evidence)),
    column('words', ({ reason }) => text(reason)),
    column('recordedAt', ({ recordedAt }) => at(recordedAt)),
    column('by', ({ by }) => named(by, locale)),
    column('means', ({ means }) => text(say(`pair.timeline.means.${means}`))),
    column('pair', ({ pairId }) => text(pairId)),
    column('entry', ({ id }) => text(id)),
  ];
}
