// SPDX-License-Identifier: MIT
#pragma once

#include <QPaintDevice>
#include <QSizeF>

#include <memory>

namespace socrates::ui {

class SvgEngine;

/// Turns what a painter draws into SVG: lines, areas of one colour and text, which stays text. Qt
/// has one in its SVG library, which not every platform brings; this does what a diagram needs.
/// Clipping, pictures and gradients are left out.
class SvgDevice final : public QPaintDevice
{
public:
    /// In pixels of 1/96 inch.
    SvgDevice(const QSizeF& size, const QString& title);
    ~SvgDevice() override;

    QPaintEngine* paintEngine() const override;
    /// When painting has ended.
    QByteArray svg() const;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    QString m_title;
    std::unique_ptr<SvgEngine> m_engine;
};

} // namespace socrates::ui
