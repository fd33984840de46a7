import { getLocale } from 'next-intl/server';
import { PageHeader } from '@/components/shell/page-header';
import { requireProgram } from '@/lib/platform/viewer';
import { programName } from '@/lib/program/rules';

export default async function HomePage({ params }: { params: Promise<{ program: string }> }) {
  const { program } = await requireProgram((await params).program);
  return <PageHeader title={programName(program, await getLocale())} />;
}
