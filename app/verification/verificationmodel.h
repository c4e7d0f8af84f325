// SPDX-License-Identifier: MIT
#pragma once

#include "app/theme/statusshape.h"
#include "core/engine/verification.h"

#include <QAbstractItemModel>

#include <array>
#include <functional>

namespace socrates::ui {

/// What a verification found, as a tree: database, table, kind of object, object. Objects that
/// belong to no table (types, sequences, views) hang below their kind. A node without a comparison
/// line of its own (a database, a kind) only counts what is below it.
class VerificationModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using Outcome = core::ComparisonLine::Outcome;

    enum Column { ObjectColumn, ExpectedColumn, FoundColumn, ResultColumn, ColumnCount };
    enum Role {
        /// int of Outcome; -1 for a node without a comparison line.
        OutcomeRole = Qt::UserRole,
        DatabaseRole, ///< QString, the project's name
        SchemaRole,   ///< QString, empty above the tables
        TableRole,    ///< QString, the table at or above the node
        /// Position in the database's Comparison::lines; -1 for a node without one.
        LineRole,
        /// Position in the list given to setVerifications().
        VerificationRole,
        DifferencesRole, ///< int, lines at or below the node that do not match
    };

    explicit VerificationModel(QObject* parent = nullptr);

    void setVerifications(const QList<core::DatabaseVerification>& verifications);
    const QList<core::DatabaseVerification>& verifications() const { return m_verifications; }
    /// The comparison line of a node, or nullptr.
    const core::ComparisonLine* line(const QModelIndex& index) const;
    const core::DatabaseVerification* verification(const QModelIndex& index) const;
    /// The table or view of a database's node; of a view that is whole itself, not what stands
    /// below its name. Invalid: there is none.
    QModelIndex indexOf(const QModelIndex& database, const QString& schema,
                        const QString& name) const;
    int count(Outcome outcome) const { return m_counts.value(int(outcome)); }
    /// For each node, by nodeAt(): how many lines at or below it are wanted.
    QList<int> countWhere(const std::function<bool(const core::ComparisonLine&)>& isWanted) const;
    int nodeAt(int row, const QModelIndex& parent) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    enum class Level { Root, Database, Table, Group, Object };

    /// Holds no text: of tens of thousands of nodes few are ever looked at.
    struct Node
    {
        Level level = Level::Root;
        int verification = -1;
        int line = -1;   ///< its own
        int sample = -1; ///< a line at or below it, which knows table and kind
        int parent = -1;
        int row = 0;
        int checks = 0;      ///< lines at or below this node
        int differences = 0; ///< of these, not matching
        QList<int> children;
    };

    int addNode(int parent, Level level, int verification, int sample);
    struct Filling;
    int tableNode(const core::ComparisonLine& line, int number, int database, Filling& filling);
    void addLine(int number, int database, Filling& filling);
    void countUp();
    const core::ComparisonLine* sampleOf(const Node& node) const;
    /// At or below a table.
    bool hasTable(const Node& node) const;
    QString nodeText(const Node& node) const;
    QString displayText(const Node& node, int column) const;
    QString resultText(const Node& node) const;
    QIcon iconOf(const Node& node) const;
    const core::ComparisonLine* lineOf(const Node& node) const;

    QList<core::DatabaseVerification> m_verifications;
    QList<Node> m_nodes; ///< [0] is the invisible root
    QHash<int, int> m_counts;
};

/// In the order of the chips.
inline constexpr std::array allOutcomes{
    core::ComparisonLine::Outcome::Match, core::ComparisonLine::Outcome::Missing,
    core::ComparisonLine::Outcome::Extra, core::ComparisonLine::Outcome::Different,
    core::ComparisonLine::Outcome::Misplaced};

} // namespace socrates::ui
