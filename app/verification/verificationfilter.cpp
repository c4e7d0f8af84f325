// SPDX-License-Identifier: MIT
#include "app/verification/verificationfilter.h"

#include "app/verification/verificationmodel.h"
#include "app/verification/verificationwords.h"

namespace socrates::ui {

using core::ComparisonLine;

VerificationFilter::VerificationFilter(VerificationModel* model, QObject* parent)
    : QSortFilterProxyModel(parent), m_model(model)
{
    // Before the proxy's own handler, which lets the views ask.
    connect(model, &QAbstractItemModel::modelReset, this, &VerificationFilter::findMatches);
    setSourceModel(model);
}

void VerificationFilter::setFilter(const QSet<int>& outcomes, const QString& text)
{
    if (m_outcomes == outcomes && m_text == text)
        return;
    m_outcomes = outcomes;
    m_text = text;
    findMatches();
    invalidateFilter();
}

void VerificationFilter::findMatches()
{
    m_below.clear();
    if (!isFiltering()) {
        m_matches = 0;
        for (const auto outcome : allOutcomes)
            m_matches += m_model->count(outcome);
        return;
    }
    QSet<int> named; // outcomes whose own word contains the text
    for (const auto outcome : allOutcomes) {
        if (outcomeLabel(outcome).contains(m_text, Qt::CaseInsensitive))
            named.insert(int(outcome));
    }
    m_below = m_model->countWhere(
        [this, &named](const ComparisonLine& line) { return isMatch(line, named); });
    m_matches = m_below.first();
}

bool VerificationFilter::isMatch(const ComparisonLine& line, const QSet<int>& named) const
{
    if (!m_outcomes.isEmpty() && !m_outcomes.contains(int(line.outcome)))
        return false;
    if (m_text.isEmpty() || named.contains(int(line.outcome)))
        return true;
    const auto contains = [this](const QString& text) {
        return text.contains(m_text, Qt::CaseInsensitive);
    };
    return contains(line.table) || contains(line.name) || contains(line.expected) ||
           contains(line.found) || contains(line.hint);
}

bool VerificationFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    return m_below.isEmpty() || m_below.at(m_model->nodeAt(row, parent)) > 0;
}

/// The view asks this of every row it lays out, and the proxy's own answer maps all children.
bool VerificationFilter::hasChildren(const QModelIndex& parent) const
{
    const QModelIndex source = mapToSource(parent);
    const int rows = m_model->rowCount(source);
    if (m_below.isEmpty() || (parent.isValid() && parent.column() != 0))
        return rows > 0;
    for (int row = 0; row < rows; ++row) {
        if (m_below.at(m_model->nodeAt(row, source)) > 0)
            return true;
    }
    return false;
}

} // namespace socrates::ui
