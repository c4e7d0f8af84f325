// SPDX-License-Identifier: MIT
#include "app/map/maptimeline.h"

#include "app/theme/texts.h"

namespace socrates::ui {

using namespace Qt::StringLiterals;
using namespace socrates::core;

namespace {

QString rowsText(const QList<RevisionId>& rows)
{
    return rows.isEmpty() ? tr("base") : idTexts(rows).join(u", "_s);
}

MapSource liveSource(const DatabaseVerification& verification)
{
    MapSource source;
    source.database = verification.name;
    source.caption = verification.error
                         ? tr("now, not compared: %1").arg(verification.error->summary)
                         : tr("now, at %1").arg(rowsText(verification.revision));
    source.shown = verification.found;
    source.rows = verification.revision;
    if (!verification.error) {
        source.before = verification.expected;
        source.differences = verification.comparison.differences();
    }
    return source;
}

/// One database after `count` of its steps; the last of them is marked when it is the one that
/// leads to the position.
MapSource sourceAfter(const DatabaseName& database, const SchemaHistory& history, qsizetype count,
                      bool isStep)
{
    MapSource source;
    source.database = database;
    source.isStep = true;
    if (count > 0) {
        source.shown = history.steps.at(count - 1).schema;
        source.rows = history.steps.at(count - 1).rows;
    }
    source.caption = tr("at %1").arg(rowsText(source.rows));
    if (isStep) {
        if (count > 1)
            source.before = history.steps.at(count - 2).schema;
        source.differences = compareSchemas(source.before, source.shown).differences();
    }
    return source;
}

} // namespace

const ProjectStep* MapTimeline::stepAt(int position) const
{
    return position > 0 && position <= lastStep() ? &steps.at(position - 1) : nullptr;
}

std::optional<bool> MapTimeline::isApplied(const ProjectStep& step) const
{
    for (const DatabaseVerification& verification : live) {
        if (verification.name == step.database && verification.status.error == std::nullopt)
            return verification.status.applied.contains(step.revision->id);
    }
    return std::nullopt;
}

QList<MapSource> MapTimeline::sourcesAt(int position) const
{
    QList<MapSource> sources;
    if (position >= now()) {
        for (const DatabaseVerification& verification : live)
            sources << liveSource(verification);
        return sources;
    }
    QMap<DatabaseName, qsizetype> counts;
    for (int i = 0; i < position; ++i)
        ++counts[steps.at(i).database];
    const ProjectStep* step = stepAt(position);
    for (auto it = histories.begin(); it != histories.end(); ++it) {
        const qsizetype count = qMin(counts.value(it.key()), it->steps.size());
        sources << sourceAfter(it.key(), *it, count, step != nullptr && step->database == it.key());
    }
    return sources;
}

QString positionText(const MapTimeline& timeline, int position)
{
    if (position >= timeline.now())
        return tr("Now");
    const ProjectStep* step = timeline.stepAt(position);
    if (step == nullptr)
        return tr("Before the first revision");
    QString text =
        tr("%1 of %2: %3")
            .arg(step->revision->id.text(), step->database.text(), step->revision->title);
    if (const auto applied = timeline.isApplied(*step))
        text += u" – "_s + (*applied ? tr("applied") : tr("pending"));
    return text;
}

} // namespace socrates::ui
