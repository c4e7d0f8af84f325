// SPDX-License-Identifier: MIT
#pragma once

#include "core/engine/verification.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace socrates::ui {

class VerificationModel;

/// Shows only lines of the wanted outcomes that contain a text, and the nodes above them. What is
/// shown is found in one walk over the lines when the filter changes, so that neither a letter
/// typed nor the view's questions walk the tree again.
class VerificationFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit VerificationFilter(VerificationModel* model, QObject* parent = nullptr);

    /// An empty set shows every outcome, an empty text every line.
    void setFilter(const QSet<int>& outcomes, const QString& text);
    bool isFiltering() const { return !m_outcomes.isEmpty() || !m_text.isEmpty(); }
    /// Lines that pass; all of them while nothing is filtered.
    int matchCount() const { return m_matches; }

    bool hasChildren(const QModelIndex& parent = {}) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    void findMatches();
    bool isMatch(const core::ComparisonLine& line, const QSet<int>& named) const;

    VerificationModel* m_model;
    QSet<int> m_outcomes;
    QString m_text;
    QList<int> m_below; ///< by node: lines at or below it that pass; empty: nothing is filtered
    int m_matches = 0;
};

} // namespace socrates::ui
